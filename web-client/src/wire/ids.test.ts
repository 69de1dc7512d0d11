// SPDX-License-Identifier: MIT
// Shows that ids have the one spelling that the server takes.
import { describe, expect, it } from 'vitest';
import { isId, isJoinKey, makeId, makeJoinKey, makeSecret, toBase64Url } from './ids';

it.each([[[], ''], [[0], 'AA'], [[255], '_w'], [[0xfb, 0xff], '-_8'], [[1, 2, 3], 'AQID']])('%j is spelled %s', (bytes, text) => {
  expect(toBase64Url(new Uint8Array(bytes))).toBe(text);
  expect(Buffer.from(bytes).toString('base64url')).toBe(text);
});
it('random bytes are spelled as everyone spells them', () => {
  for (let i = 0; i < 200; i += 1) {
    const bytes = crypto.getRandomValues(new Uint8Array(i % 40));
    expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
  }
});
describe('lengths', () => {
  it('of ids and secrets is 128 bits', () => { for (const make of [makeId, makeSecret]) expect(isId(make())).toBe(true); });
  it('of a join key is 80 bits', () => expect(isJoinKey(makeJoinKey())).toBe(true));
  it.each(['', 'AAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAAAB', 'AAAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAA+A'])('%j is no id', (text) =>
    expect(isId(text)).toBe(false));
  it.each(['', 'AAAAAAAAAAAAA', 'AAAAAAAAAAAAAB', 'AAAAAAAAAAAAAAA', '482913'])('%j is no join key', (text) => expect(isJoinKey(text)).toBe(false));
});
