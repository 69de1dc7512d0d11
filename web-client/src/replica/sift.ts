// SPDX-License-Identifier: MIT
// Which questions a list shows, and in which order. Pure, and the same for everyone who reads a list of questions.
import { holdsWords } from '../text/plain';
import { byRound, bySupport } from './order';
import type { Question } from './replica';

/** `archived`: what was put aside, in whatever state. */
export type Order = 'support' | 'newest' | 'answered' | 'archived';

export interface Sieve {
  order: Order;
  /** Words that must all be in the text; capitals and accents do not matter. */
  words: string;
  /** Only this topic; `''` for all. */
  topic: string;
}

export function sift(questions: readonly Question[], { order, words, topic }: Sieve): Question[] {
  const holds = holdsWords(words);
  return questions
    .filter(({ state, archived = false }) => archived === (order === 'archived') && (order === 'archived' || (state === 'answered') === (order === 'answered')))
    .filter((question) => topic === '' || question.topic === topic)
    .filter((question) => holds(question.text ?? ''))
    .sort(order === 'support' ? bySupport : byRound);
}
