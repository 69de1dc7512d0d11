// SPDX-License-Identifier: MIT
// Shows what a frame does to a replica, and that a replica that missed one says so.
import { describe, expect, it } from 'vitest';
import type { Frame } from '../wire/messages';
import { applyFrame, emptyReplica, hole, type Replica } from './replica';

const snapshot = (n: number, put: Frame['put'], epoch = 'E'): Frame => ({ t: 'snapshot', epoch, n, put, remove: [] });
const frame = (n: number, put: Frame['put'] = [], remove: Frame['remove'] = [], epoch = 'E'): Frame => ({ t: 'frame', epoch, n, put, remove });
const after = (...frames: Frame[]): Replica => frames.reduce<Replica>((replica, next) => {
  const result = applyFrame(replica, next);
  if (result === hole) throw new Error('hole');
  return result;
}, emptyReplica);

const start = snapshot(4, [['session', '', { title: 'T', round: 1 }], ['question', 'a', { text: 'A', support: 1 }], ['question', 'b', { text: 'B' }]]);

describe('applyFrame', () => {
  it('merges the fields of an entity and keeps the others', () =>
    expect(after(start, frame(5, [['question', 'a', { support: 7 }]])).question.get('a')).toEqual({ id: 'a', text: 'A', support: 7 }));
  it('removes after all puts', () =>
    expect(after(start, frame(5, [['question', 'c', { text: 'C' }]], [['question', 'c'], ['question', 'b']])).question.size).toBe(1));
  it('forgets everything at a snapshot, whatever came before', () => {
    const replica = after(start, snapshot(2, [['topic', 't', { name: 'N' }]], 'F'));
    expect([replica.question.size, replica.session.size, replica.topic.size, replica.epoch, replica.n]).toEqual([0, 0, 1, 'F', 2]);
  });
  it('follows on a snapshot of nothing', () => expect(after(snapshot(0, []), frame(1)).n).toBe(1));
  it('takes a repeated frame for what it is', () => {
    const replica = after(start, frame(5, [['question', 'a', { support: 7 }]]));
    expect(applyFrame(replica, frame(5, [['question', 'a', { support: 3 }]]))).toBe(replica);
  });
  it.each([['a missing number', frame(6)], ['another epoch', frame(5, [], [], 'F')]])('sees a hole at %s', (_, next) =>
    expect(applyFrame(after(start), next)).toBe(hole));
  it('never changes a replica that someone looks at', () => {
    const before = after(start);
    after(start, frame(5));
    applyFrame(before, frame(5, [['question', 'a', { support: 9 }]], [['question', 'b']]));
    expect(before.question.get('a')?.support).toBe(1);
    expect(before.question.has('b')).toBe(true);
  });
  it('leaves what a frame does not touch as it is', () => {
    const before = after(start);
    const next = applyFrame(before, frame(5, [['question', 'a', { support: 9 }]])) as Replica;
    expect(next.session).toBe(before.session);
    expect(next.question.get('b')).toBe(before.question.get('b'));
  });
});
