// SPDX-License-Identifier: MIT
// Shows that the answers over HTTP are taken whole or not at all: each test spoils one thing of a good one.
import { describe, expect, it } from 'vitest';
import { decodeDeleted, decodeResults, decodeSessionAnswer } from './results';

type Spoil = (answer: any) => void;
const good = () => ({
  title: { lang: 'nl', text: 'T' }, phase: 'ended', ended_day: 20_778, until_day: 20_792,
  topics: [{ id: 't', lang: 'nl', text: 'Werkdruk' }],
  questions: [{
    text: { lang: 'en', text: 'Q' }, topic: 't', state: 'answered', support: 3, redacted: false,
    answer: { lang: 'nl', text: 'A', promise: '', role: '', day: '2026-11-21' },
    exchanges: [{ asked: { lang: 'nl', text: 'B' }, reply: { lang: 'nl', text: 'R' } }, { asked: { lang: 'nl', text: 'C' }, reply: null }],
  }],
  tally: { received: 3, shown: 2, answered: 1, merged: 0, refused: [['off_topic', 1]] },
  judged: { yes: 4, partly: 1, no: 1 },
});

describe('results', () => {
  it('that are good are taken', () => expect(decodeResults(JSON.stringify(good()))).toEqual(good()));
  it.each<[string, Spoil]>([
    ['no answer', ({ questions }) => { questions[0].answer = null; }],
    ['no totals', (answer) => { answer.judged = null; }],
    ['nothing asked', (answer) => { answer.questions = []; answer.tally.refused = []; }],
    ['a new member', (answer) => { answer.weather = 'sun'; }],
  ])('with %s are taken', (_, spoil) => {
    const answer = good();
    spoil(answer);
    expect(decodeResults(JSON.stringify(answer))).toEqual(answer);
  });
  it.each<[string, Spoil]>([
    ['a phase that has none', (answer) => { answer.phase = 'live'; }],
    ['a day that is text', (answer) => { answer.until_day = '20792'; }],
    ['a topic without an id', ({ topics }) => { delete topics[0].id; }],
    ['a question that is pending', ({ questions }) => { questions[0].state = 'pending'; }],
    ['half a support', ({ questions }) => { questions[0].support = 0.5; }],
    ['an answer in no language', ({ questions }) => { delete questions[0].answer.lang; }],
    ['an answer of no day', ({ questions }) => { delete questions[0].answer.day; }],
    ['a reply that is text', ({ questions }) => { questions[0].exchanges[0].reply = 'R'; }],
    ['a reason of its own', ({ tally }) => { tally.refused[0][0] = 'bored'; }],
    ['a tally that lacks a number', ({ tally }) => { delete tally.merged; }],
    ['totals that lack a number', ({ judged }) => { delete judged.no; }],
  ])('with %s are refused', (_, spoil) => {
    const answer = good();
    spoil(answer);
    expect(decodeResults(JSON.stringify(answer))).toBeNull();
  });
  it.each(['', 'null', '[]', '{}'])('%j are none', (text) => expect(decodeResults(text)).toBeNull());
});

describe('the state of a session', () => {
  const state = { phase: 'closed', title: { lang: 'nl', text: 'T' }, code: '', ended_day: 20_778, keep_days: 14 };
  it('is taken', () => expect(decodeSessionAnswer(JSON.stringify(state))).toEqual(state));
  it.each([{ phase: 'deleted' }, { title: 'T' }, { code: 482_913 }, { ended_day: -1 }, { keep_days: null }])('with %j is refused', (change) =>
    expect(decodeSessionAnswer(JSON.stringify({ ...state, ...change }))).toBeNull());
});

describe('the receipt of a deletion', () => {
  it('is taken', () => expect(decodeDeleted('{"session":"s","day":20792}')).toEqual({ session: 's', day: 20_792 }));
  it.each(['{"session":"s"}', '{"day":1}', '{"session":"s","day":"1"}', ''])('%j is none', (text) => expect(decodeDeleted(text)).toBeNull());
});
