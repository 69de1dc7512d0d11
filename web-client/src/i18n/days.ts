// SPDX-License-Identifier: MIT
// Days without a time of day. On the wire a day is `YYYY-MM-DD`, or the number of days since 1970-01-01.
import { lang } from './index';

const dayMs = 86_400_000;

/** The day on the calendar of whoever looks, not of Greenwich. */
export const isoDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

export const isoOfDayNumber = (days: number): string => new Date(days * dayMs).toISOString().slice(0, 10);

/** "21 november 2026"; what is no day stays as it was written. */
export function longDay(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) ? iso : new Intl.DateTimeFormat(lang.value === 'en' ? 'en-GB' : 'nl', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
