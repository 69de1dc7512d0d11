// SPDX-License-Identifier: MIT
// The orders of a list of questions. Pure.
import type { Question } from './replica';

const pinnedFirst = (a: Question, b: Question) => Number(b.pinned ?? 0) - Number(a.pinned ?? 0);
/** Newest round first, and within a round as they came out of the hat; what a moderator has pinned stays on top. */
export const byRound = (a: Question, b: Question) => pinnedFirst(a, b) || (b.round ?? 0) - (a.round ?? 0) || (a.place ?? 0) - (b.place ?? 0);
export const bySupport = (a: Question, b: Question) => pinnedFirst(a, b) || (b.support ?? 0) - (a.support ?? 0) || byRound(a, b);

/** What a list shows before anybody has chosen anything: what waits for an answer, most support first. */
export const unsifted = (questions: readonly Question[]): Question[] =>
  questions.filter(({ state, archived }) => state !== 'answered' && !archived).sort(bySupport);
