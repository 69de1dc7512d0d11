// SPDX-License-Identifier: MIT
// The foot of the projector: the small still hat with its countdown, how many are here, and the timer when one runs.
import { useEffect, useRef, useState } from 'preact/hooks';
import { countdown } from '../../i18n/index';
import { presenter } from '../../i18n/presenter';
import type { Store } from '../../store';
import { Hat } from '../../ui/Hat';
import { Icon } from '../../ui/Icon';
import { Ring } from '../../ui/Ring';

export function ScreenFoot({ store }: { store: Store }) {
  const words = presenter.value;
  const session = store.session.value;
  return (
    <footer class="screen-foot">
      <RoundHat store={store} />
      <p class="screen-people"><Icon name="people" /><span class="number">{words.people(session?.people ?? 0)}</span></p>
      <ScreenTimer store={store} />
    </footer>
  );
}

const announcedMs = 8_000;
/** More notes than this in the air are a cloud, not a number. */
const risingNotesMax = 7;

/** Counts down; at the round as many notes as came out rise from it, all together. With moderation they follow one by one, and count. */
function RoundHat({ store }: { store: Store }) {
  const words = presenter.value;
  const left = store.roundLeftMs.value;
  const newest = newestRound(store);
  const before = useRef(newest.round);
  const [announced, setAnnounced] = useState(false);
  useEffect(() => {
    if (newest.round === before.current) return;
    before.current = newest.round;
    setAnnounced(true);
    const ending = setTimeout(() => setAnnounced(false), announcedMs);
    return () => clearTimeout(ending);
  }, [newest.round]);
  const risen = announced ? newest.count : 0;
  return (
    <div class="round-hat">
      <div class="round-hat-mark">
        {risen > 0 && Array.from({ length: Math.min(risen, risingNotesMax) }, (_, at) => (
          <span key={`${newest.round}.${at}`} class={`rising rising-${at}`} />
        ))}
        <Hat size="4.5rem" />
      </div>
      {risen > 0
        ? <p role="status">{words.newOnes(risen)}</p>
        : left !== null && <p>{words.round} <span class="number" role="timer">{countdown(left)}</span></p>}
    </div>
  );
}

function newestRound(store: Store): { round: number; count: number } {
  const questions = store.questions.value;
  const round = questions.reduce((newest, question) => Math.max(newest, question.round ?? 0), 0);
  return { round, count: questions.filter((question) => question.round === round).length };
}

function ScreenTimer({ store }: { store: Store }) {
  const left = store.timerLeftMs.value;
  const of = store.session.value?.timer_ms ?? 0;
  if (left === null || of === 0) return null;
  return (
    <Ring share={left / of} class="screen-timer">
      <span class="number" role="timer" aria-label={presenter.value.timer}>{countdown(left)}</span>
    </Ring>
  );
}
