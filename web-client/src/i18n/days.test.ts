// SPDX-License-Identifier: MIT
// Shows that a day stays the same day, wherever the clock of the reader stands.
import { afterEach, expect, it } from 'vitest';
import { isoDay, isoOfDayNumber, longDay } from './days';
import { lang } from './index';

const before = lang.peek();
afterEach(() => { lang.value = before; });

it('is the day on the calendar of the reader', () => {
  expect(isoDay(new Date(2026, 10, 2, 0, 5))).toBe('2026-11-02');
  expect(isoDay(new Date(2026, 0, 31, 23, 59))).toBe('2026-01-31');
});
it('counts from 1970', () => expect([isoOfDayNumber(0), isoOfDayNumber(20_778)]).toEqual(['1970-01-01', '2026-11-21']));
it.each([['nl', '21 november 2026'], ['en', '21 November 2026']] as const)('is written out in %s', (language, written) => {
  lang.value = language;
  expect(longDay('2026-11-21')).toBe(written);
});
it('leaves what is no day as it is', () => expect([longDay(''), longDay('soon')]).toEqual(['', 'soon']));
