// SPDX-License-Identifier: MIT
// Shows where a question from this phone is, from what the phone did and what the room sees.
import { describe, expect, it } from 'vitest';
import type { OwnQuestion } from '../keep/ownQuestions';
import { supports } from './overlay';
import { askedInRound, stageOf, type Stage } from './stage';

const own = (change: Partial<OwnQuestion>): OwnQuestion => ({
  id: 'q', text: 'Waarom?', lang: 'nl', topic: '', secret: 's', state: 'asked', withdrawing: false, code: '', params: {}, receipt: 'R', round: 3,
  rehearsal: false, day: 1, ...change,
});
const room = (out: boolean, waits?: number) =>
  ({ question: new Map(out ? [['q', {}]] : []), receipt: new Map(waits === undefined ? [] : [['R', { waits }]]) });

const table: readonly [string, Partial<OwnQuestion>, ReturnType<typeof room>, boolean, Stage][] = [
  ['no connection', {}, room(false), false, { is: 'kept' }],
  ['under way', {}, room(false), true, { is: 'sending' }],
  ['in the hat, before its first round', { state: 'held' }, room(false), true, { is: 'held', waits: 0 }],
  ['in the hat, waited', { state: 'held' }, room(false, 2), true, { is: 'held', waits: 2 }],
  ['in the hat, connection lost', { state: 'held' }, room(false, 1), false, { is: 'held', waits: 1 }],
  ['came out', { state: 'held' }, room(true), true, { is: 'out', tooLate: false }],
  ['came out although the reply was lost', {}, room(true), false, { is: 'out', tooLate: false }],
  ['withdrawing', { state: 'held', withdrawing: true }, room(false), true, { is: 'withdrawing' }],
  ['withdrawn, also while the room still sees it', { state: 'withdrawn' }, room(true), true, { is: 'withdrawn' }],
  ['too late to withdraw', { state: 'out', code: 'too_late' }, room(true), true, { is: 'out', tooLate: true }],
  ['was out and is no more', { state: 'out' }, room(false), true, { is: 'gone' }],
  ['refused', { state: 'refused', code: 'hat_full' }, room(false), true, { is: 'refused' }],
];

describe('stageOf', () => {
  it.each(table)('%s', (_, change, seen, connected, stage) => expect(stageOf(own(change), seen, connected)).toEqual(stage));
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
