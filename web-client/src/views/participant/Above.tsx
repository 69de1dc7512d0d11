// SPDX-License-Identifier: MIT
// What stands before the list: the end of the session, if it has come, and the hat.
import { isoOfDayNumber, longDay } from '../../i18n/days';
import { words } from '../../i18n/participantLater';
import type { ParticipantStore } from '../../participantStore';
import { InTheHat } from './InTheHat';

export function Above({ store }: { store: ParticipantStore }) {
  return <><Ended store={store} /><InTheHat store={store} /></>;
}

/** A live region that is there before the end is. */
function Ended({ store }: { store: ParticipantStore }) {
  const text = words.value;
  const { phase, ended_day: day = 0, keep_days: days = 0, results = '' } = store.session.value ?? {};
  return (
    <div role="status">
      {phase === 'ended' && (
        <section class="ended">
          <h2>{text.endedTitle}</h2>
          <p>{text.endedText}</p>
          {results !== '' && <p><a class="button support" href={`/results#${results}`}>{text.endedResults}</a></p>}
          {day > 0 && <p class="small">{text.endedKept(longDay(isoOfDayNumber(day + days)))}</p>}
        </section>
      )}
    </div>
  );
}
