// SPDX-License-Identifier: MIT
// Which questions a list shows, and in which order. Pure, and the same for everyone who reads a list of questions.
import { byRound, bySupport } from './order';
import type { Question } from './replica';

export type Order = 'support' | 'newest' | 'answered';

export interface Sieve {
  order: Order;
  /** Words that must all be in the text; capitals and accents do not matter. */
  words: string;
  /** Only this topic; `''` for all. */
  topic: string;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export function sift(questions: readonly Question[], { order, words, topic }: Sieve): Question[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return questions
    .filter((question) => (question.state === 'answered') === (order === 'answered'))
    .filter((question) => topic === '' || question.topic === topic)
    .filter((question) => { const text = plain(question.text ?? ''); return wanted.every((word) => text.includes(word)); })
    .sort(order === 'support' ? bySupport : byRound);
}
