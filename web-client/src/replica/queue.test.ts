// SPDX-License-Identifier: MIT
// Shows what the stage's queue holds, in which order, and what lies in front after each step.
import { describe, expect, it } from 'vitest';
import type { Question, Topic } from './replica';
import { beside, inFront, inOrder, nextAfter, queueOf, type QueueOrder } from './queue';

const question = (id: string, fields: Partial<Question> = {}): Question => ({ id, state: 'open', support: 1, round: 1, place: 0, topic: '', ...fields });
const topics: Topic[] = [{ id: 'work', place: 0 }, { id: 'pay', place: 1 }];
const ids = (questions: readonly Question[], order: QueueOrder = 'support') => inOrder(queueOf(questions, topics, order)).map(({ id }) => id);

describe('queueOf', () => {
  it('puts pinned ones first, then the most support, then the newest round as it came out', () =>
    expect(ids([
      question('old', { support: 3 }), question('second', { support: 3, round: 2, place: 1 }), question('first', { support: 3, round: 2 }),
      question('most', { support: 9 }), question('pinned', { pinned: true }),
    ])).toEqual(['pinned', 'most', 'first', 'second', 'old']));
  it.each<[string, Partial<Question>, QueueOrder, boolean]>([
    ['open', {}, 'support', true], ['being answered', { state: 'highlighted' }, 'support', true], ['put aside', { archived: true }, 'support', false],
    ['being answered though put aside', { state: 'highlighted', archived: true }, 'topic', true],
    ['answered', { state: 'answered' }, 'support', false], ['answered, among those', { state: 'answered', archived: true }, 'answered', true],
    ['open, among the answered', {}, 'answered', false],
    ['waiting for a moderator', { state: 'pending' }, 'support', false], ['refused', { state: 'refused' }, 'topic', false], ['merged', { state: 'merged' }, 'support', false],
  ])('%s', (_, fields, order, there) => expect(ids([question('q', fields)], order)).toEqual(there ? ['q'] : []));
  it('by topic: in the order of the topics, without a topic at the end, no empty heading', () => {
    const groups = queueOf([question('none', { support: 9 }), question('gone', { topic: 'dropped' }), question('pay', { topic: 'pay' })], topics, 'topic');
    expect(groups.map(({ topic, questions }) => [topic?.id, questions.map(({ id }) => id)])).toEqual([['pay', ['pay']], [undefined, ['none', 'gone']]]);
  });
});

describe('what lies in front', () => {
  const deck = [question('a'), question('b', { state: 'highlighted' }), question('c')];
  it.each([['chosen', 'c', 'c'], ['nothing chosen: what is being answered', '', 'b'], ['the chosen one is gone', 'x', 'b']])('%s', (_, chosen, front) =>
    expect(inFront(deck, chosen)?.id).toBe(front));
  it('is the first when nothing is being answered, and nothing when there is nothing', () => {
    expect(inFront([deck[0]!, deck[2]!], '')?.id).toBe('a');
    expect(inFront([], 'a')).toBeUndefined();
  });
  it.each([['a', 1, 'b'], ['c', 1, 'c'], ['a', -1, 'a'], ['c', -1, 'b'], ['x', 1, 'a']] as const)('from %s by %i comes %s', (from, by, to) =>
    expect(beside(deck, from, by)?.id).toBe(to));
  it('after an answer: the most wanted by support, the next of the same topic by topic, back when it was the last', () => {
    const all = [question('w1', { topic: 'work', support: 2 }), question('w2', { topic: 'work' }), question('p', { topic: 'pay', support: 9 })];
    const after = (id: string, order: QueueOrder) => nextAfter(queueOf(all, topics, order), id, order);
    expect([after('w1', 'support'), after('w1', 'topic'), after('w2', 'topic'), after('p', 'topic')]).toEqual(['', 'w2', 'w1', '']);
  });
});
