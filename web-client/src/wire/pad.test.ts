// SPDX-License-Identifier: MIT
// Shows that over TLS a message's length tells nothing, that what it says stays, and that plain http pays nothing for it.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { padded } from './pad';

const at = (protocol: string) => vi.stubGlobal('location', { protocol });
const bytes = (text: string) => Buffer.byteLength(text);
afterEach(() => vi.unstubAllGlobals());

describe('[TL8] over TLS', () => {
  it.each([1, 2, 12, 700, 1535, 1536])('a message of %i bytes has 1,536', (length) => {
    at('https:');
    expect(bytes(padded('x'.repeat(length)))).toBe(1536);
  });
  it.each([1537, 2000, 3072])('one of %i bytes has twice as many', (length) => {
    at('https:');
    expect(bytes(padded('x'.repeat(length)))).toBe(3072);
  });
  it('bytes are counted and not characters', () => {
    at('https:');
    for (const text of ['é'.repeat(700), '🎩'.repeat(300), 'ë🎩x']) expect(bytes(padded(text))).toBe(1536);
  });
  it('it says the same', () => {
    at('https:');
    expect(JSON.parse(padded('{"t":"ping"}'))).toEqual({ t: 'ping' });
  });
});
it('on plain http nothing is added: whoever listens reads it anyway', () => {
  at('http:');
  expect(padded('{"t":"ping"}')).toBe('{"t":"ping"}');
});
