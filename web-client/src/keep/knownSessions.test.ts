// SPDX-License-Identifier: MIT
// Shows what a browser remembers of its sessions, and that it believes nothing that is not whole.
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetSession, knownSessions, rememberSession, settingsOf, type KnownSession } from './knownSessions';
import { phone } from './storage';

const place = 'durf.sessions.1';
const settings = { topics: ['Werkdruk'], roundMs: 20_000, expected: 25, moderation: true, wordList: 'sukkels', keepDays: 30 };
const session = (change: Partial<KnownSession> = {}): KnownSession => ({ session: 's', title: 'T', lang: 'nl', code: '482913', secrets: { facilitator: 'f' }, ...change });

beforeEach(() => phone.remove(place));

describe('known sessions', () => {
  it('keep what was known when something else becomes known', () => {
    rememberSession(session({ results: 'r', settings }));
    rememberSession(session({ title: 'U', secrets: { presenter: 'p' } }));
    expect(knownSessions()).toEqual([session({ title: 'U', secrets: { facilitator: 'f', presenter: 'p' }, results: 'r', settings })]);
  });
  it('learn that there are no results any more', () => {
    rememberSession(session({ results: 'r' }));
    rememberSession(session({ results: '' }));
    expect(knownSessions()[0]?.results).toBe('');
  });
  it('stand newest first, and are forgotten one by one', () => {
    rememberSession(session({ session: 'a' }));
    rememberSession(session({ session: 'b' }));
    expect(knownSessions().map((one) => one.session)).toEqual(['b', 'a']);
    forgetSession('b');
    expect(knownSessions().map((one) => one.session)).toEqual(['a']);
  });
  it('are none when the record is damaged', () => {
    phone.write(place, '{"half":');
    expect(knownSessions()).toEqual([]);
  });
});

describe('settings', () => {
  it('are believed when they are whole', () => expect(settingsOf(session({ settings }))).toEqual(settings));
  it('may be without what only a desk shows', () => {
    const { wordList, keepDays, ...asked } = settings;
    expect(settingsOf(session({ settings: asked }))).toEqual(asked);
  });
  it.each([
    undefined, null, 'twenty', { ...settings, topics: 'Werkdruk' }, { ...settings, topics: [7] }, { ...settings, roundMs: '20' },
    { ...settings, expected: 2.5 }, { ...settings, moderation: 1 }, { ...settings, wordList: ['sukkels'] }, { ...settings, keepDays: '30' },
  ])('%j are none', (spoiled) => expect(settingsOf(session({ settings: spoiled as never }))).toBeNull());
});
