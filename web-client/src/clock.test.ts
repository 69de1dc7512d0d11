// SPDX-License-Identifier: MIT
// Shows that a countdown runs on by itself, round after round, on a clock that only goes forward.
import { expect, it } from 'vitest';
import { clockFrom, noClock, roundLeftMs, timerLeftMs } from './clock';

const clock = clockFrom({ t: 'clock', round: { left_ms: 12_300, every_ms: 20_000 }, timer: { left_ms: 5_000, of_ms: 60_000 } }, 1_000);

it.each([[1_000, 12_300], [13_299, 1], [13_300, 20_000], [14_300, 19_000], [33_300, 20_000], [1_000_000, 13_300]])('at %d the round has %d left', (now, left) =>
  expect(roundLeftMs(clock, now)).toBe(left));
it.each([[1_000, 5_000], [5_999, 1], [6_000, 0], [99_000, 0]])('at %d the timer has %d left', (now, left) => expect(timerLeftMs(clock, now)).toBe(left));
it('nothing runs where nothing runs', () => {
  const still = clockFrom({ t: 'clock', round: null, timer: null }, 1);
  expect([roundLeftMs(still, 2), timerLeftMs(still, 2), roundLeftMs(noClock, 2)]).toEqual([null, null, null]);
});
