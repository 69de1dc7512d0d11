// SPDX-License-Identifier: MIT
// The results in the order in which people look for them: what was promised, what was answered, what was answered later, what stayed
// open. Pure. The answer of the server stands in random order; here support decides, and what is equal stays as it came.
import type { ResultsAnswer, ResultsQuestion } from '../../wire/messages';

/** `place`: where it stands in the server's answer, which is the only name that a question has here. */
export interface Reported { readonly place: number; readonly question: ResultsQuestion }
export interface Promised extends Reported { readonly answer: NonNullable<ResultsQuestion['answer']> }

export interface Report {
  readonly promised: readonly Promised[];
  readonly answered: readonly Reported[];
  readonly answeredLater: readonly Reported[];
  readonly open: readonly Reported[];
}

export function reportOf({ questions }: Pick<ResultsAnswer, 'questions'>): Report {
  const all = questions.map((question, place) => ({ place, question })).sort((a, b) => b.question.support - a.question.support);
  const isOpen = ({ question }: Reported) => question.state === 'open';
  return {
    promised: all.flatMap(({ place, question }) =>
      question.answer?.promise ? [{ place, question, answer: question.answer }] : [])
      .sort((a, b) => (a.answer.day < b.answer.day ? -1 : a.answer.day > b.answer.day ? 1 : 0)),
    answered: all.filter((one) => !isOpen(one)),
    answeredLater: all.filter((one) => isOpen(one) && one.question.answer !== null),
    open: all.filter((one) => isOpen(one) && one.question.answer === null),
  };
}
