// SPDX-License-Identifier: MIT
// What became of everything that came out of the hat: the same numbers that the room sees, so that moderation happens in the open.
import { useId } from 'preact/hooks';
import { number } from '../../i18n/index';
import { moderator } from '../../i18n/moderator';
import { allReasons, reasonText } from '../../i18n/reasons';
import { tally } from '../../i18n/tally';
import type { Store } from '../../store';

export function Tally({ store }: { store: Store }) {
  const words = moderator.value;
  const session = store.session.value;
  const heading = useId();
  const named = tally.value;
  const counts = ['received', 'shown', 'answered', 'merged', 'refused'] as const;
  const why = allReasons.map((reason) => [reason, session?.[`refused_${reason}`] ?? 0] as const).filter(([, count]) => count > 0);
  return (
    <section class="tally" aria-labelledby={heading}>
      <h2 id={heading} class="small quiet">{words.tally}</h2>
      <dl>
        {counts.map((count) => (
          <div key={count}><dt>{named[count]}</dt><dd class="number">{number(session?.[`tally_${count}`] ?? 0)}</dd></div>
        ))}
      </dl>
      {why.length > 0 && (
        <details>
          <summary class="small">{words.tallyWhy}</summary>
          <ul class="small">
            {why.map(([reason, count]) => <li key={reason}><b class="number">{number(count)}</b> {reasonText(reason)}</li>)}
          </ul>
        </details>
      )}
    </section>
  );
}
