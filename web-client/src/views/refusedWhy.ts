// SPDX-License-Identifier: MIT
// The reasons of what was refused, each with its count, in the words that the authors read on their phones. Apart from the tally:
// a facilitator's desk brings the words after its first touch.
import { number } from '../i18n/index';
import { allReasons, reasonText } from '../i18n/reasons';
import type { Session } from '../replica/replica';

export function refusedWhy(session: Partial<Session>): string {
  const why = allReasons.map((reason) => [reasonText(reason), session[`refused_${reason}`] ?? 0] as const).filter(([, count]) => count > 0);
  // A single reason is that of all. No count begins a line of its own.
  return why.map(([reason, count]) => (why.length > 1 ? `${reason}\u00a0(${number(count)})` : reason)).join(', ');
}
