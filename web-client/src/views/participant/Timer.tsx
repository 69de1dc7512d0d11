// SPDX-License-Identifier: MIT
import { countdown } from '../../i18n/index';
import { words } from '../../i18n/participant';
import type { ParticipantStore } from '../../participantStore';

/** What the facilitator has set for this question, while it runs. */
export function Timer({ store }: { store: ParticipantStore }) {
  const left = store.timerLeftMs.value;
  return left === null ? null : <p class="top-timer number" role="timer">{words.value.timer(countdown(left))}</p>;
}
