// SPDX-License-Identifier: MIT
// A choice of one's own shows at once; the shared count never moves before its round, or the room could watch single taps.
import type { Vote } from '../keep/votes';
import type { Id } from '../wire/ids';

/**
 * What was tapped on this phone, and no more. Asking counts as supporting too, but a question that shines on one phone from the
 * moment it comes out tells everyone who looks along whose it is; that its author's support counts is said behind a tap.
 */
export const supports = (question: Id, votes: ReadonlyMap<Id, Vote>): boolean => votes.get(question)?.up === true;
