// SPDX-License-Identifier: MIT
// Shows where each question of the results page stands, and in which order.
import { describe, expect, it } from 'vitest';
import type { ResultsQuestion } from '../../wire/messages';
import { reportOf, type Report } from './report';

const question = (text: string, state: ResultsQuestion['state'], support: number, answer?: { promise?: string; day?: string }): ResultsQuestion => ({
  text: { lang: 'nl', text }, topic: '', state, support, redacted: false, exchanges: [],
  answer: answer ? { lang: 'nl', text: 'A', promise: answer.promise ?? '', role: '', day: answer.day ?? '2026-11-21' } : null,
});
const questions = [
  question('few', 'answered', 2, { promise: 'p', day: '2026-11-22' }),
  question('aloud', 'answered', 9),
  question('never', 'open', 4),
  question('much', 'open', 8),
  question('later', 'open', 1, { promise: 'q', day: '2026-11-21' }),
];
const texts = (part: keyof Report) => reportOf({ questions })[part].map(({ question: { text } }) => text.text);

describe('the report', () => {
  it('holds all that was answered, written down or not, most support first', () => expect(texts('answered')).toEqual(['aloud', 'few']));
  it('keeps apart what was answered in writing afterwards', () => expect(texts('answeredLater')).toEqual(['later']));
  it('keeps what stayed open', () => expect(texts('open')).toEqual(['much', 'never']));
  it('lists promises by day, whatever became of the question', () => expect(texts('promised')).toEqual(['later', 'few']));
  it('says where a question stands in the answer of the server', () =>
    expect(reportOf({ questions }).promised.map(({ place }) => place)).toEqual([4, 0]));
  it('leaves the answer as it was', () => {
    const before = structuredClone(questions);
    reportOf({ questions });
    expect(questions).toEqual(before);
  });
});
