// SPDX-License-Identifier: MIT
// Shows where each question and reply stands on the moderator's desk, in which order, and what can be done with it.
import { describe, expect, it } from 'vitest';
import { can, canAll, itemsOf, sectionOf, sections, targetsOf, type Deed } from './moderation';
import type { AskBack, Question } from './replica';

const question = (id: string, fields: Partial<Question> = {}): Question => ({ id, text: id, state: 'open', support: 1, round: 1, place: 0, ...fields });
const askBack = (id: string, state: NonNullable<AskBack['state']>): AskBack => ({ id, state, text: 'Hoezo?', reply: 'Daarom.' });
const room = (questions: Question[], askBacks: AskBack[] = []) =>
  ({ question: new Map(questions.map((one) => [one.id, one])), ask_back: new Map(askBacks.map((one) => [one.id, one])) });
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('itemsOf', () => {
  it('gives each question one section', () => {
    const items = itemsOf(room([
      question('p', { state: 'pending' }), question('o'), question('h', { state: 'highlighted' }), question('a', { state: 'answered' }),
      question('r', { state: 'refused' }), question('m', { state: 'merged' }), question('x', { archived: true }), question('y', { state: 'pending', archived: true }),
    ]));
    expect(sections.map((section) => ids(items[section]))).toEqual([['p'], ['h', 'o', 'a'], ['r'], ['m', 'x', 'y']]);
  });
  it('keeps what waits in the order of the hat, the oldest round first, whatever its support', () => {
    const waiting = [question('c', { round: 2 }), question('b', { place: 1, support: 9 }), question('a')].map((one) => ({ ...one, state: 'pending' as const }));
    expect(ids(itemsOf(room(waiting)).waiting)).toEqual(['a', 'b', 'c']);
  });
  it('puts first what asks for a look, then support', () => {
    const shown = [question('few'), question('many', { support: 9 }), question('pinned', { pinned: true }), question('done', { state: 'answered', support: 20 }),
      question('hide', { hiding_wished: true, state: 'answered' }), question('now', { state: 'highlighted' })];
    expect(ids(itemsOf(room(shown)).shown)).toEqual(['hide', 'now', 'pinned', 'many', 'few', 'done']);
  });
  it('lets replies wait before questions, with the question they belong to', () => {
    const { waiting, refused } = itemsOf(room([question('q', { state: 'answered' }), question('p', { state: 'pending' })],
      [askBack('q.0', 'replied'), askBack('q.1', 'pending'), askBack('q.2', 'refused'), askBack('p.0', 'asked')]));
    expect(ids(waiting)).toEqual(['q.1', 'p']);
    expect(waiting[0]?.reply).toMatchObject({ place: 1, question: { id: 'q' } });
    expect(ids(refused)).toEqual(['q.2']);
  });
  it('leaves out a reply to what is gone', () => expect(itemsOf(room([], [askBack('q.0', 'pending')])).waiting).toEqual([]));
});

describe('can', () => {
  const all: readonly Deed[] = ['approve', 'holdBack', 'refuse', 'restore', 'redact', 'label', 'pin', 'archive', 'merge', 'undoMerge'];
  it.each<[string, Partial<Question>, readonly Deed[]]>([
    ['what waits', { state: 'pending' }, ['approve', 'refuse', 'redact', 'label', 'pin', 'archive', 'merge']],
    ['what is open', {}, ['holdBack', 'refuse', 'redact', 'label', 'pin', 'archive', 'merge']],
    ['what is being answered', { state: 'highlighted' }, ['refuse', 'redact', 'label', 'pin']],
    ['what was answered', { state: 'answered' }, ['refuse', 'redact', 'label', 'pin', 'archive']],
    ['what was refused', { state: 'refused' }, ['restore', 'redact', 'label', 'archive']],
    ['what was merged just now', { state: 'merged', told: false }, ['redact', 'label', 'undoMerge']],
    ['what was merged and phones know', { state: 'merged', told: true }, ['redact', 'label']],
    ['what was put aside', { archived: true }, ['refuse', 'redact', 'label', 'archive']],
  ])('with %s', (_, fields, deeds) => expect(all.filter((deed) => can(question('q', fields), deed))).toEqual(deeds));
  it('with several only what all allow, and nothing with none', () => {
    const mixed = [question('a'), question('b', { state: 'highlighted' })];
    expect([canAll(mixed, 'refuse'), canAll(mixed, 'archive'), canAll([], 'refuse')]).toEqual([true, false, false]);
  });
});

it('targets of a merge are those that all see and that are not answered, and never itself', () => {
  const all = [question('self'), question('open'), question('now', { state: 'highlighted' }), question('answered', { state: 'answered' }),
    question('pending', { state: 'pending' }), question('merged', { state: 'merged' }), question('aside', { archived: true })];
  expect(ids(targetsOf(all[0]!, all))).toEqual(['open', 'now']);
});

it('a question stands where itemsOf puts it', () => expect(sectionOf(question('q', { state: 'refused' }))).toBe('refused'));
