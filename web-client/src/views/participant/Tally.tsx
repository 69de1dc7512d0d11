// SPDX-License-Identifier: MIT
// What became of everything that came out of the hat: moderation happens in the open, on every phone. Zeros stand there too, as on
// the screen in the room.
import { number } from '../../i18n/index';
import { words } from '../../i18n/participantLater';
import { allReasons, reasonText } from '../../i18n/reasons';
import { tally } from '../../i18n/tally';
import type { ParticipantStore } from '../../participantStore';
import type { Session } from '../../replica/replica';

const counts = ['received', 'shown', 'answered', 'merged', 'refused'] as const;

export function Tally({ store }: { store: ParticipantStore }) {
  const text = words.value;
  const named = tally.value;
  const session: Partial<Session> = store.session.value ?? {};
  const of = (count: (typeof counts)[number]) => session[`tally_${count}`] ?? 0;
  if (of('received') === 0) return null;
  const why = allReasons.map((reason) => [reason, session[`refused_${reason}`] ?? 0] as const).filter(([, count]) => count > 0);
  const { judged_yes: yes = 0, judged_partly: partly = 0, judged_no: no = 0 } = session;
  return (
    <section class="tally small" aria-label={named.tally}>
      <ul class="tally-line">
        {counts.map((count) => <li key={count}><b class="number">{number(of(count))}</b> {named[count]}</li>)}
      </ul>
      {why.length > 0 && (
        <details>
          <summary>{text.tallyWhy}</summary>
          <ul>{why.map(([reason, count]) => <li key={reason}><b class="number">{number(count)}</b> {reasonText(reason)}</li>)}</ul>
        </details>
      )}
      {yes + partly + no > 0 && <p>{text.judged(yes, partly, no)}</p>}
    </section>
  );
}
