// SPDX-License-Identifier: MIT
// Shows how the reasons of refusals stand in one line.
import { expect, it } from 'vitest';
import { refusedWhy } from './refusedWhy';

it('says nothing when nothing was refused', () => {
  expect(refusedWhy({})).toBe('');
  expect(refusedWhy({ tally_refused: 0, refused_insult: 0 })).toBe('');
});
it('counts a single reason once only: it is that of all', () => {
  expect(refusedWhy({ tally_refused: 3, refused_unclear: 3 })).toMatch(/^[^\d,]+$/);
});
it('counts each of several, in the order of the list, and leaves out what nobody was refused for', () => {
  expect(refusedWhy({ refused_off_topic: 1, refused_insult: 2, refused_unclear: 0 })).toMatch(/^[^,]+\u00a0\(2\), [^,]+\u00a0\(1\)$/);
});
