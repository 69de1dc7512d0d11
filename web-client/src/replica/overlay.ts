// SPDX-License-Identifier: MIT
// A choice of one's own shows at once; the shared count never moves before its round, or the room could watch single taps.
import type { Vote } from '../keep/votes';
import type { Id } from '../wire/ids';

/** Asking counts as supporting, until the author takes it back. */
export const supports = (question: Id, votes: ReadonlyMap<Id, Vote>, own: ReadonlySet<Id>): boolean =>
  votes.get(question)?.up ?? own.has(question);
