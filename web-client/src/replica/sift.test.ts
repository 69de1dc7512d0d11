// SPDX-License-Identifier: MIT
// Shows the order and the choice of a list of questions, by small lists whose expected order is written out.
import { describe, expect, it } from 'vitest';
import { unsifted } from './order';
import type { Question } from './replica';
import { sift, type Sieve } from './sift';

const question = (id: string, fields: Partial<Question>): Question =>
  ({ id, text: id, topic: '', state: 'open', support: 1, round: 1, place: 0, ...fields }) as Question;

const all: Sieve = { order: 'support', words: '', topic: '' };
const ids = (questions: readonly Question[], sieve: Partial<Sieve>) => sift(questions, { ...all, ...sieve }).map(({ id }) => id);

describe('sift', () => {
  const list = [
    question('a', { support: 2, round: 1, place: 1 }),
    question('b', { support: 9, round: 1, place: 0, state: 'answered' }),
    question('c', { support: 5, round: 2, place: 0, topic: 't' }),
    question('d', { support: 2, round: 2, place: 1 }),
    question('e', { support: 2, round: 1, place: 0, state: 'highlighted' }),
  ];

  it('puts the most support first, then the newest round, then the order out of the hat', () =>
    expect(ids(list, {})).toEqual(['c', 'd', 'e', 'a']));
  it('puts the newest round first', () => expect(ids(list, { order: 'newest' })).toEqual(['c', 'd', 'e', 'a']));
  it('does not let support reach into the newest round', () =>
    expect(ids([question('x', { support: 9 }), question('y', { round: 3 })], { order: 'newest' })).toEqual(['y', 'x']));
  it('keeps the answered ones apart', () => expect(ids(list, { order: 'answered' })).toEqual(['b']));
  it('keeps to one topic', () => expect(ids(list, { topic: 't' })).toEqual(['c']));
  it('keeps what is pinned on top, and what was put aside apart, answered or not', () => {
    const some = [question('most', { support: 9 }), question('pinned', { pinned: true }), question('aside', { support: 20, archived: true }),
      question('aside, answered', { state: 'answered', archived: true })];
    expect(ids(some, {})).toEqual(['pinned', 'most']);
    expect(ids(some, { order: 'newest' })[0]).toBe('pinned');
    expect(ids(some, { order: 'answered' })).toEqual([]);
    expect(ids(some, { order: 'archived' })).toHaveLength(2);
    expect(unsifted(some)).toEqual(sift(some, all));
  });
  it('before anybody has chosen is what the list shows by itself', () => expect(unsifted(list)).toEqual(sift(list, all)));
  it('leaves the given list as it was', () => {
    sift(list, all);
    expect(list.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  const texts = [question('één', { text: 'Waarom één kantoor?' }), question('twee', { text: 'Waarom twee kantoren?' })];
  it.each([['een', ['één']], ['WAAROM kantoren', ['twee']], ['waarom', ['één', 'twee']], ['niets', []], ['  ', ['één', 'twee']]])(
    'finds %j without capitals or accents', (words, found) => expect(ids(texts, { words }).sort()).toEqual([...found].sort()));
});
