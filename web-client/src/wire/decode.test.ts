// SPDX-License-Identifier: MIT
// Shows where the decoder is strict (the shape of what it knows) and where it looks away (what it does not know).
import { describe, expect, it } from 'vitest';
import { decodeMessage } from './decode';

const frame = (put: unknown[], remove: unknown[] = []) => JSON.stringify({ t: 'frame', epoch: 'EEEEEEEE', n: 1, put, remove });

describe('garbled', () => {
  it.each([
    '', 'null', '[]', '7', '{', '{}', '{"t":7}',
    '{"t":"welcome","build":"b","role":"admin","session":"s","join_key":"k","epoch":"e","address":"a"}',
    '{"t":"welcome","build":"b"}',
    '{"t":"frame","epoch":"e","n":-1,"put":[]}', '{"t":"frame","epoch":"e","n":1.5,"put":[]}',
    '{"t":"frame","epoch":"e","n":9007199254740992,"put":[]}', '{"t":"frame","epoch":"e","n":1,"put":{}}',
    frame([['question', 'id']]), frame([['question', 7, {}]]), frame([['question', 'id', []]]),
    frame([['question', 'id', { support: '17' }]]), frame([['question', 'id', { text: 17 }]]),
    frame([['session', '', { rehearsal: 1 }]]), frame([['session', '', { round_ms: -1 }]]), frame([], [['question']]),
    frame([['session', '', { tally_received: '3' }]]), frame([['question', 'id', { redacted: 1 }]]), frame([['answer', 'id', { day: 20778 }]]),
    '{"t":"paired","role":"moderator","secret":"s"}',
    '{"t":"clock","round":{"left_ms":1},"timer":null}', '{"t":"clock","round":{"left_ms":1,"every_ms":0},"timer":null}',
    '{"t":"clock","round":null,"timer":{"left_ms":1}}',
    '{"t":"reply","ok":true}', '{"t":"reply","id":"x","ok":false}', '{"t":"reply","id":"x","ok":1}',
    '{"t":"pairing","code":"K7M2QP"}', '{"t":"paired","role":"participant","secret":"s"}',
  ])('%s', (text) => expect(decodeMessage(text)).toBe('garbled'));
});

describe('what is new goes by unseen', () => {
  it('a message', () => expect(decodeMessage('{"t":"weather","sun":true}')).toBe('unknown'));
  it('a member', () => expect(decodeMessage('{"t":"pong","since":3}')).toEqual({ t: 'pong' }));
  it('a collection and a field', () => {
    const text = frame([['poll', 'p', { title: 'x' }], ['question', 'q', { support: 1, colour: 'red' }]], [['poll', 'p'], ['question', 'r']]);
    expect(decodeMessage(text)).toMatchObject({ put: [['question', 'q', { support: 1 }]], remove: [['question', 'r']] });
  });
  it('a name that every object has is not a collection', () =>
    expect(decodeMessage(frame([['constructor', 'p', {}]]))).toMatchObject({ put: [] }));
});
