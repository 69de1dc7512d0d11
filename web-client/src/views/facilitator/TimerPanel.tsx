// SPDX-License-Identifier: MIT
// The timer on the projector and the phones.
import { countdown } from '../../i18n/index';
import { timer } from '../../i18n/timer';
import { startTimer } from '../../intent/startTimer';
import { stopTimer } from '../../intent/stopTimer';
import type { Store } from '../../store';
import { Ring } from '../../ui/Ring';
import { act } from './act';

const minuteMs = 60_000;
/** What facilitators reach for: a think, a talk in pairs, a talk in fours, a short and a long break. */
const presetMinutes = [1, 2, 5, 10, 15];

export function TimerPanel({ store }: { store: Store }) {
  const words = timer.value;
  return (
    <section class="panel" aria-labelledby="timer">
      <h2 id="timer">{words.timer}</h2>
      <Running store={store} />
      <div class="row">
        {presetMinutes.map((minutes) => (
          <button key={minutes} type="button" class="button preset" aria-label={words.timerStart(words.minutes(minutes))}
            onClick={() => void act(startTimer(store, minutes * minuteMs))}>{words.minutes(minutes)}</button>
        ))}
      </div>
    </section>
  );
}

function Running({ store }: { store: Store }) {
  const words = timer.value;
  const left = store.timerLeftMs.value;
  const of = store.session.value?.timer_ms ?? 0;
  if (left === null || of === 0) return null;
  return (
    <div class="timer-running">
      <Ring share={left / of}><span class="number" role="timer" aria-label={words.timerLeft(countdown(left))}>{countdown(left)}</span></Ring>
      <button type="button" class="button" onClick={() => void act(stopTimer(store))}>{words.timerStop}</button>
    </div>
  );
}
