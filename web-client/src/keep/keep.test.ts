// SPDX-License-Identifier: MIT
// Shows what stays on a phone, for how long, and that two tabs do not write over one another.
import { describe, expect, it } from 'vitest';
import { ownKeptDaysMax, ownQuestionsMax } from '../limits';
import { disk } from '../testing/disk';
import { isId } from '../wire/ids';
import { keptDraft } from './draft';
import { placeOf, rememberCode, today, tokenFor, tokenForCode } from './membership';
import { ownQuestions, type OwnQuestion } from './ownQuestions';
import { storageOver } from './storage';
import { votes } from './votes';
import { wipeOld } from './wipeOld';

const [first, second] = ['kkkkkkkkkkkkkA', 'mmmmmmmmmmmmmA'];

describe('membership', () => {
  it('is one token per session, the same after a reload', () => {
    const shared = disk();
    const token = tokenFor(storageOver(shared), first);
    expect(isId(token)).toBe(true);
    expect(tokenFor(storageOver(shared), first)).toBe(token);
    expect(tokenFor(storageOver(shared), second)).not.toBe(token);
  });
  it('keeps its token when another is offered, and finds it by a code that was learned', () => {
    const storage = storageOver(disk());
    const token = tokenFor(storage, first);
    expect(tokenFor(storage, first, 'AAAAAAAAAAAAAAAAAAAAAA')).toBe(token);
    expect(tokenForCode(storage, '482913')).toBeNull();
    rememberCode(storage, first, '482913');
    expect(tokenForCode(storage, '482913')).toBe(token);
  });
  it('is wiped whole after its days, and no other', () => {
    const storage = storageOver(disk());
    tokenFor(storage, first);
    storage.write(`${placeOf(first)}own.q`, 'text');
    storage.write(`${placeOf(second)}vote.q`, 'left behind by a page that died');
    storage.write('durf.lang', 'nl');
    wipeOld(storage, today() + ownKeptDaysMax);
    expect(storage.keys().sort()).toEqual(['durf.lang', `${placeOf(first)}own.q`, `${placeOf(first)}token`]);
    wipeOld(storage, today() + ownKeptDaysMax + 1);
    expect(storage.keys()).toEqual(['durf.lang']);
  });
});

const own = (id: string, change: Partial<OwnQuestion> = {}): OwnQuestion => ({
  id, text: id, lang: 'nl', topic: '', secret: 's', state: 'out', withdrawing: false, code: '', params: {}, receipt: '', round: 1,
  rehearsal: false, day: 100, ...change,
});

describe('own questions', () => {
  it('newest first, and changed in place', () => {
    const kept = ownQuestions(storageOver(disk()), 'p.', 100);
    kept.put(own('a', { round: 1 }));
    kept.put(own('b', { round: 3 }));
    kept.put(own('a', { round: 1, state: 'held' }));
    expect(kept.all().map(({ id, state }) => `${id} ${state}`)).toEqual(['b out', 'a held']);
  });
  it('are wiped after their days when the page loads', () => {
    const shared = disk();
    const kept = ownQuestions(storageOver(shared), 'p.', 100);
    kept.put(own('old', { day: 100 }));
    kept.put(own('new', { day: 101 }));
    expect(ownQuestions(storageOver(shared), 'p.', 101 + ownKeptDaysMax).all().map(({ id }) => id)).toEqual(['new']);
  });
  it('are bounded, and what still waits is never what goes', () => {
    const kept = ownQuestions(storageOver(disk()), 'p.', 100);
    kept.put(own('waiting', { state: 'asked', round: 0 }));
    for (let i = 0; i < ownQuestionsMax; i += 1) kept.put(own(`q${i}`, { round: i + 1 }));
    const ids = kept.all().map(({ id }) => id);
    expect(ids).toHaveLength(ownQuestionsMax);
    expect(ids).toContain('waiting');
    expect(ids).not.toContain('q0');
  });
});

describe('votes', () => {
  it('count their revisions together with the other tabs', () => {
    const shared = disk();
    const [a, b] = [votes(storageOver(shared), 'p.'), votes(storageOver(shared), 'p.')];
    expect([a.choose('q', true), b.choose('q', false), a.choose('q', true), b.choose('r', true)].map(({ revision }) => revision)).toEqual([1, 2, 3, 1]);
    expect(b.all().get('q')).toEqual({ up: true, revision: 3, known: false });
  });
  it('go back when they are refused, but not over a newer choice', () => {
    const kept = votes(storageOver(disk()), 'p.');
    kept.choose('q', true);
    kept.undo('q', 1);
    expect(kept.all().get('q')).toEqual({ up: false, revision: 1, known: false });
    kept.choose('q', true);
    kept.undo('q', 1);
    expect(kept.all().get('q')).toEqual({ up: true, revision: 2, known: false });
  });
  it('go back to what the server has, also when choices were joined before they left', () => {
    const kept = votes(storageOver(disk()), 'p.');
    kept.choose('q', true);
    kept.choose('q', false);
    kept.undo('q', 2);
    expect(kept.all().get('q')?.up).toBe(false);
    kept.choose('q', true);
    kept.confirm('q', 3, true);
    kept.choose('q', false);
    kept.undo('q', 4);
    expect(kept.all().get('q')?.up).toBe(true);
  });
});

describe('draft', () => {
  it('is there after a reload, and gone when it was sent', () => {
    const shared = disk();
    keptDraft(storageOver(shared), 'p.').write({ text: 'Half een', topic: 't' });
    const again = keptDraft(storageOver(shared), 'p.');
    expect(again.now.value).toEqual({ text: 'Half een', topic: 't' });
    again.write({ text: '' });
    expect(shared.length).toBe(0);
  });
});
