// SPDX-License-Identifier: MIT
// What the room sees of the questions. A facilitator has them all, also those that a moderator still looks at or has taken away.
import type { Question } from './replica';

export const isShown = ({ state, archived }: Question): boolean =>
  (state === 'open' || state === 'highlighted' || state === 'answered') && archived !== true;
