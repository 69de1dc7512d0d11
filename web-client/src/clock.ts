// SPDX-License-Identifier: MIT
// Turns "so much is left" into a running countdown. Pure: now comes in, on a monotonic clock, so that a phone whose owner
// sets the time, or whose time is wrong, still counts right.
import type { ClockMessage } from './wire/messages';

export interface Clock {
  readonly round: { readonly endsAt: number; readonly everyMs: number } | null;
  readonly timer: { readonly endsAt: number; readonly ofMs: number } | null;
}

export const noClock: Clock = { round: null, timer: null };

export const clockFrom = ({ round, timer }: ClockMessage, now: number): Clock => ({
  round: round && { endsAt: now + round.left_ms, everyMs: round.every_ms },
  timer: timer && { endsAt: now + timer.left_ms, ofMs: timer.of_ms },
});

/** Rounds repeat whether or not a message says so: what is left wraps round. Never 0: that is the next round's beginning. */
export function roundLeftMs({ round }: Clock, now: number): number | null {
  if (!round) return null;
  const left = (round.endsAt - now) % round.everyMs;
  return left > 0 ? left : left + round.everyMs;
}

/** Stays at 0 when it has run out, until the server says that it is gone. */
export const timerLeftMs = ({ timer }: Clock, now: number): number | null => timer && Math.max(0, timer.endsAt - now);
