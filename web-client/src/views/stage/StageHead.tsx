// SPDX-License-Identifier: MIT
// Above everything, small: which session, how many phones, what is left of the timer and of the round, and what is wrong if
// anything is.
import { troubles } from '../../i18n/common';
import { countdown } from '../../i18n/index';
import { stage } from '../../i18n/stage';
import type { Store } from '../../store';
import { Hat } from '../../ui/Hat';
import { Icon } from '../../ui/Icon';
import { Ring } from '../../ui/Ring';
import { RoundClock } from '../facilitator/DeskHead';

export function StageHead({ store }: { store: Store }) {
  const words = stage.value;
  const session = store.session.value;
  const trouble = store.trouble.value;
  const reasons = troubles.value as Readonly<Record<string, string>>;
  return (
    <header class="stage-head">
      <Hat size={36} />
      <div class="desk-name">
        <h1 lang={session?.lang}>{session?.title}</h1>
        <p class="desk-facts">
          {session?.rehearsal && <b class="stage-rehearsal">{words.rehearsal}</b>}
          {session?.phase === 'lobby' && <span>{words.lobby}</span>}
          {session?.phase === 'ended' && <span>{words.ended}</span>}
          <span><Icon name="people" />{words.people(session?.people ?? 0)}</span>
        </p>
      </div>
      <StageTimer store={store} />
      <RoundClock store={store} />
      <div class="desk-trouble" role="status">
        {trouble !== null && <p class="notice warn">{reasons[trouble] ?? troubles.value.lost}</p>}
      </div>
    </header>
  );
}

/** Kept apart: it moves twice a second. */
function StageTimer({ store }: { store: Store }) {
  const words = stage.value;
  const left = store.timerLeftMs.value;
  const of = store.session.value?.timer_ms ?? 0;
  if (left === null || of === 0) return null;
  return (
    <div class="round-clock stage-timer" role="timer" aria-label={words.timerLeft(countdown(left))}>
      <Ring share={left / of}><span class="number" aria-hidden="true">{countdown(left)}</span></Ring>
      <span class="small quiet" aria-hidden="true">{words.timer}</span>
    </div>
  );
}
