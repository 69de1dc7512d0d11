// SPDX-License-Identifier: MIT
// The crash campaign's judge must be able to condemn: every way in which a tally can be doctored is found and named.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ledger } from './lib/ledger.mjs';

const yes = { ok: true };
const no = { ok: false, code: 'one_per_round', params: {} };

function evening() {
  const ledger = new Ledger();
  ledger.asked('anyone', 'q1', 'first', yes);
  ledger.asked('another', 'q2', 'second', yes);
  ledger.asked('a third', 'q3', 'third', yes);
  ledger.asked('a third', 'q4', 'fourth', no);
  ledger.withdrawn('q3', yes);
  ledger.upvoted('another', 'q1', 1, true, yes);
  ledger.upvoted('a third', 'q1', 2, false, yes);
  ledger.upvoted('a third', 'q1', 1, true, yes);  // an older wish, answered later
  ledger.upvoted('a fourth', 'q1', 1, true, no);
  ledger.highlighted('q2', yes);
  const room = ledger.expected();
  return { ledger, room, first: /** @type {any} */ (room.questions[0]), second: /** @type {any} */ (room.questions[1]) };
}

const verdict = (/** @type {ReturnType<typeof evening>} */ { ledger, room }) => {
  const { lost, doubled, wrong } = ledger.compare(room);
  return [lost.length, doubled.length, wrong.length];
};

test('the room as promised is fine', () => {
  const all = evening();
  assert.deepEqual(all.room.questions.map(({ id, state, support }) => [id, state, support]), [['q1', 'open', 2], ['q2', 'highlighted', 1]]);
  assert.deepEqual(verdict(all), [0, 0, 0]);
  assert.equal(all.ledger.acknowledged, 8);
  assert.equal(all.ledger.refused, 2);
});

/** @type {[string, number[], (all: ReturnType<typeof evening>) => void][]} */
const doctored = [
  ['a question is missing', [1, 0, 0], ({ room }) => void room.questions.shift()],
  ['a vote is missing', [1, 0, 0], ({ first }) => void --first.support],
  ['a vote counts twice', [0, 1, 0], ({ first }) => void ++first.support],
  ['a question is there twice', [0, 1, 0], ({ room, first }) => void room.questions.push({ ...first })],
  ['a question is there under two ids', [0, 1, 1], ({ room, first }) => void room.questions.push({ ...first, id: 'q9' })],
  ['a withdrawn question is back', [0, 0, 1], ({ room }) => void room.questions.push({ id: 'q3', text: 'third', state: 'open', support: 1 })],
  ['a refused question shows', [0, 0, 1], ({ room }) => void room.questions.push({ id: 'q4', text: 'fourth', state: 'open', support: 1 })],
  ['a text is another', [0, 0, 1], ({ first }) => void (first.text = 'forged')],
  ['a state is another', [0, 0, 1], ({ second }) => void (second.state = 'answered')],
  ['nothing is highlighted', [0, 0, 1], ({ room }) => void (room.highlighted = '')],
];
for (const [name, expected, doctor] of doctored) {
  test(`found: ${name}`, () => {
    const all = evening();
    doctor(all);
    assert.deepEqual(verdict(all), expected);
  });
}
