// SPDX-License-Identifier: MIT
// In the thumb's reach: the one thing to do now, the way to the questions beside, and what must never take two taps: the blank screen.
import { stage } from '../../i18n/stage';
import type { Store } from '../../store';
import { Icon } from '../../ui/Icon';
import { toggleBlank } from '../facilitator/screen';
import type { NextStep } from './nextStep';

interface StageBarProps {
  store: Store;
  /** Nothing: there is nothing to do. */
  step: NextStep | null;
  /** Whether there is a question on either side of the one in front. */
  hasPrevious: boolean;
  hasNext: boolean;
  onMove: (by: 1 | -1) => void;
  onTimer: () => void;
  onMore: () => void;
}

export function StageBar({ store, step, hasPrevious, hasNext, onMove, onTimer, onMore }: StageBarProps) {
  const words = stage.value;
  return (
    <footer class="stage-bar">
      <div class="stage-steps">
        <button type="button" class="button" aria-label={words.previous} aria-disabled={!hasPrevious} onClick={() => onMove(-1)}><Icon name="left" /></button>
        {step ? <button type="button" class="button primary wide" onClick={step.run}>{step.label}</button> : <span />}
        <button type="button" class="button" aria-label={words.next} aria-disabled={!hasNext} onClick={() => onMove(1)}><Icon name="right" /></button>
      </div>
      <div class="stage-ways">
        <button type="button" class="desk-way" aria-pressed={store.session.value?.blank ?? false} onClick={() => void toggleBlank(store)}>
          <Icon name="screen" /><span>{words.blank}</span>
        </button>
        {store.session.value?.phase !== 'ended' && <button type="button" class="desk-way" aria-haspopup="dialog" onClick={onTimer}><Icon name="clock" /><span>{words.timer}</span></button>}
        <button type="button" class="desk-way" aria-haspopup="dialog" onClick={onMore}><Icon name="more" /><span>{words.more}</span></button>
      </div>
    </footer>
  );
}
