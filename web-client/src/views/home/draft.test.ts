// SPDX-License-Identifier: MIT
// Shows what the form refuses before the server is asked, and what it sends: one wrong thing per line.
import { describe, expect, it } from 'vitest';
import { bodyOf, draftLike, drawSecrets, problemOf, settingsIn, type Draft } from './draft';

const good: Draft = { title: 'Durf te Vragen', lang: 'nl', topics: ['Werkdruk', ''], expected: 25, roundSeconds: 20, lobby: true, rehearsal: false, moderation: false, password: '' };

describe('a new session', () => {
  it('has nothing to mend when it is good', () => expect(problemOf(good, false)).toBeNull());
  it.each<[string, Partial<Draft>, unknown]>([
    ['no title', { title: '  ' }, { field: 'title', kind: 'missing' }],
    ['a title of 241 bytes', { title: 'a'.repeat(241) }, { field: 'title', kind: 'long' }],
    ['a title of 121 two-byte letters', { title: 'é'.repeat(121) }, { field: 'title', kind: 'long' }],
    ['a topic of 161 bytes', { topics: ['Werkdruk', 'a'.repeat(161)] }, { field: 'topic', kind: 'long', place: 1 }],
    ['a topic twice', { topics: ['Werkdruk', ' werkdruk'] }, { field: 'topic', kind: 'double', place: 1 }],
    ['one person', { expected: 1 }, { field: 'expected', kind: 'wrong' }],
    ['half a person', { expected: 2.5 }, { field: 'expected', kind: 'wrong' }],
    ['an empty number', { expected: NaN }, { field: 'expected', kind: 'wrong' }],
    ['a round of 4 s', { roundSeconds: 4 }, { field: 'round', kind: 'wrong' }],
    ['a round of 601 s', { roundSeconds: 601 }, { field: 'round', kind: 'wrong' }],
  ])('is stopped by %s', (_name, change, problem) => expect(problemOf({ ...good, ...change }, false)).toEqual(problem));
  it('allows two empty topics', () => expect(problemOf({ ...good, topics: ['', ' '] }, false)).toBeNull());
  it('asks for the password only where there is one', () => {
    expect(problemOf(good, true)).toEqual({ field: 'password', kind: 'wrong' });
    expect(problemOf({ ...good, password: 'x' }, true)).toBeNull();
  });
  it('sends trimmed texts, written topics only, and milliseconds', () => {
    const body = bodyOf({ ...good, title: ' A ', topics: [' Rooster ', ' '] }, drawSecrets());
    expect(body.title).toEqual({ lang: 'nl', text: 'A' });
    expect(body.topics).toEqual([{ lang: 'nl', text: 'Rooster' }]);
    expect(body.round_ms).toBe(20_000);
  });
});

describe('a copy', () => {
  const like = (settings: Parameters<typeof draftLike>[1]) => draftLike({ title: 'Durf te Vragen', lang: 'nl' }, settings);
  it('is set up as the session was, with what was written only', () => {
    const draft = { ...good, moderation: true, roundSeconds: 30 };
    expect(bodyOf(like(settingsIn(draft)), drawSecrets())).toMatchObject({
      title: { lang: 'nl', text: 'Durf te Vragen' }, topics: [{ lang: 'nl', text: 'Werkdruk' }], round_ms: 30_000, moderation: true, expected: 25,
    });
  });
  it('brings along what the form does not ask', () => {
    const rest = { wordList: 'sukkels\nprutser', keepDays: 30 };
    expect(like(settingsIn(like({ ...settingsIn(good), ...rest })))).toMatchObject(rest);
  });
  it('starts for real and in the lobby, with secrets of its own', () => {
    const copy = like(settingsIn({ ...good, lobby: false, rehearsal: true }));
    expect(copy).toMatchObject({ lobby: true, rehearsal: false, password: '' });
  });
  it('has the title when nothing else is known', () => expect(problemOf(like(null), false)).toBeNull());
});
