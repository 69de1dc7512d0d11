// SPDX-License-Identifier: MIT
// Shows where a question from this phone is, from what the phone did and what the room sees.
import { describe, expect, it } from 'vitest';
import type { OwnQuestion } from '../keep/ownQuestions';
import { supports } from './overlay';
import type { AskBack, Question, Receipt } from './replica';
import { askedInRound, replyStageOf, stageOf, type ReplyStage, type Room, type Stage } from './stage';

const own = (change: Partial<OwnQuestion>): OwnQuestion => ({
  id: 'q', text: 'Waarom?', lang: 'nl', topic: '', secret: 's', state: 'asked', withdrawing: false, code: '', params: {}, receipt: 'R', round: 3,
  rehearsal: false, day: 1, ...change,
});
type State = NonNullable<Question['state']>;
const none: Room = { question: new Map(), receipt: new Map(), merge: new Map() };
const room = (out: boolean, waits?: number): Room => ({
  ...none, question: new Map(out ? [['q', { state: 'open' }]] : []), receipt: new Map(waits === undefined ? [] : [['R', { state: 'held', waits }]]),
});
const shown = (state: State): Room => ({ ...none, question: new Map([['q', { state }]]) });
const receipt = (state: NonNullable<Receipt['state']>, reason: NonNullable<Receipt['reason']> = ''): Room => ({ ...none, receipt: new Map([['R', { state, waits: 0, reason }]]) });
const merged = (...chain: [string, string][]): Room => ({ ...none, merge: new Map(chain.map(([id, into]) => [id, { id, into }])) });

const table: readonly [string, Partial<OwnQuestion>, Room, boolean, Stage][] = [
  ['no connection', {}, room(false), false, { is: 'kept' }],
  ['under way', {}, room(false), true, { is: 'sending' }],
  ['in the hat, before its first round', { state: 'held' }, room(false), true, { is: 'held', waits: 0 }],
  ['in the hat, waited', { state: 'held' }, room(false, 2), true, { is: 'held', waits: 2 }],
  ['in the hat, connection lost', { state: 'held' }, room(false, 1), false, { is: 'held', waits: 1 }],
  ['came out', { state: 'held' }, room(true), true, { is: 'open' }],
  ['came out although the reply was lost', {}, room(true), false, { is: 'open' }],
  ['is being answered', { state: 'out' }, shown('highlighted'), true, { is: 'highlighted', tooLate: false }],
  ['was answered', { state: 'out' }, shown('answered'), true, { is: 'answered', tooLate: false }],
  ['waits for a moderator', { state: 'held' }, receipt('pending'), true, { is: 'pending' }],
  ['held back after it was out', { state: 'out' }, receipt('pending'), true, { is: 'pending' }],
  ['a moderator refused it', { state: 'held' }, receipt('refused', 'unclear'), true, { is: 'hidden', reason: 'unclear' }],
  ['merged', { state: 'out' }, merged(['q', 'r']), true, { is: 'merged', into: 'r' }],
  ['merged into one that was merged', { state: 'out' }, merged(['r', 's'], ['q', 'r']), true, { is: 'merged', into: 's' }],
  ['merged in a ring, which the server does not allow', { state: 'out' }, merged(['r', 'q'], ['q', 'r']), true, { is: 'merged', into: 'q' }],
  ['withdrawn after it was merged', { state: 'withdrawn' }, merged(['q', 'r']), true, { is: 'withdrawn' }],
  ['withdrawing', { state: 'held', withdrawing: true }, room(false), true, { is: 'withdrawing' }],
  ['withdrawn, also while the room still sees it', { state: 'withdrawn' }, room(true), true, { is: 'withdrawn' }],
  ['too late to withdraw', { state: 'out', code: 'too_late' }, shown('highlighted'), true, { is: 'highlighted', tooLate: true }],
  ['too late once, and open again', { state: 'out', code: 'too_late' }, room(true), true, { is: 'open' }],
  ['was out and is no more', { state: 'out' }, room(false), true, { is: 'gone' }],
  ['refused', { state: 'refused', code: 'hat_full' }, room(false), true, { is: 'refused' }],
];

describe('stageOf', () => {
  it.each(table)('%s', (_, change, seen, connected, stage) => expect(stageOf(own(change), seen, connected)).toEqual(stage));
});

describe('replyStageOf', () => {
  const asked = (place: number, state: AskBack['state'] = 'asked'): AskBack => ({ id: `q.${place}`, text: 'Hoezo?', lang: 'nl', state });
  const sent = (place: number, ended: OwnQuestion['reply_to_ask_back']): Partial<OwnQuestion> =>
    ({ reply: { place, text: 'Omdat', round: 3 }, ...(ended && { reply_to_ask_back: ended }) });
  const taken = { ok: true, receipt: 'R' } as const;
  it.each<[string, Partial<OwnQuestion>, AskBack[], Room, ReplyStage | null]>([
    ['nothing was asked back', {}, [], none, null],
    ['asked', {}, [asked(0)], none, { is: 'asked', place: 0 }],
    ['being written', sent(0, undefined), [asked(0)], none, { is: 'asked', place: 0 }],
    ['on its way', sent(0, 'waiting'), [asked(0)], none, { is: 'sent' }],
    ['in the hat', sent(0, taken), [asked(0)], none, { is: 'sent' }],
    ['a moderator looks at it', sent(0, taken), [asked(0)], receipt('pending'), { is: 'pending' }],
    ['a moderator refused it', sent(0, taken), [asked(0)], receipt('refused', 'insult'), { is: 'hidden', reason: 'insult' }],
    ['not taken: once more', sent(0, { ok: false, code: 'hat_full', params: {} }), [asked(0)], none, { is: 'asked', place: 0 }],
    ['out', sent(0, taken), [asked(0, 'replied')], none, null],
    ['asked again', sent(0, taken), [asked(0, 'replied'), asked(1)], none, { is: 'asked', place: 1 }],
  ])('%s', (_, change, exchanges, seen, stage) => expect(replyStageOf(own({ state: 'out', ...change }), exchanges, seen.receipt)).toEqual(stage));
});

describe('askedInRound', () => {
  it.each<[string, Partial<OwnQuestion>, boolean]>([
    ['held in this round', { state: 'held' }, true], ['under way in this round', {}, true], ['held since an earlier round', { state: 'held', round: 2 }, false],
    ['refused', { state: 'refused' }, false], ['withdrawing', { state: 'held', withdrawing: true }, false], ['out', { state: 'out' }, false],
  ])('%s', (_, change, asked) => expect(askedInRound([own(change)], 3)).toBe(asked));
});

describe('supports', () => {
  it.each<[string, boolean | undefined, boolean]>([
    ['what was not tapped, one’s own too: nobody who looks along may see whose it is', undefined, false],
    ['what was tapped', true, true], ['what was taken back', false, false],
  ])('%s', (_, up, expected) => expect(supports('q', new Map(up === undefined ? [] : [['q', { up, revision: 1, known: false }]]))).toBe(expected));
});
