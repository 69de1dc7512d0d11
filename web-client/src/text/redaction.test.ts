// SPDX-License-Identifier: MIT
// Shows what can be tapped, what is sent, and that what is sent in turn gives what was shown before.
import { describe, expect, it } from 'vitest';
import { blocks, covered, partsOf, redactions, stretchesOf } from './redaction';

const words = (text: string) => partsOf(text).filter(({ word }) => word).map((part) => part.text);
const choose = (text: string, ...wanted: string[]) => {
  const parts = partsOf(text);
  return stretchesOf(parts, new Set(parts.flatMap((part, place) => (wanted.includes(part.text) ? [place] : []))));
};
/** As the server does it: each command alone, on the text as it is by then. */
const carriedOut = (text: string, stretches: ReturnType<typeof choose>) => redactions(text, stretches).reduce((now, { from, count, of }) => {
  expect([...now]).toHaveLength(of);
  return covered(now, [{ from, count }]);
}, text);

describe('partsOf', () => {
  it.each([
    ['Waarom doet Jan-Willem dat, elke dag?', ['Waarom', 'doet', 'Jan-Willem', 'dat', 'elke', 'dag']],
    ['Mail a.b@c.nl (of bel 06-123)', ['Mail', 'a.b@c.nl', 'of', 'bel', '06-123']],
    ['Ja — 👍 nee…', ['Ja', '👍', 'nee']],
    [`Wat zei ${blocks}, toen?`, ['Wat', 'zei', 'toen']],
    ['', []],
  ])('of %j', (text, expected) => expect(words(text)).toEqual(expected));
  it.each(['Waarom  doet "Jan" dat?', '👍👍 é', ' a '])('lose nothing of %j', (text) =>
    expect(partsOf(text).map((part) => part.text).join('')).toBe(text));
  it('are counted in code points', () => expect(partsOf('👍 Jan').at(-1)).toEqual({ text: 'Jan', from: 2, word: true }));
});

describe('covering', () => {
  it.each([
    ['Waarom doet Jan dat?', ['Jan'], 'Waarom doet ███ dat?'],
    ['Waarom doet Jan de Vries dat?', ['Jan', 'de', 'Vries'], 'Waarom doet ███ dat?'],
    ['Jan en Piet op 3 mei', ['Jan', 'Piet', '3', 'mei'], '███ en ███ op ███'],
    ['👍 van Jan', ['👍', 'Jan'], '███ van ███'],
    ['Bo', ['Bo'], '███'],
    ['Waarom?', [], 'Waarom?'],
  ])('%j, words %j', (text, wanted, expected) => {
    const stretches = choose(text, ...wanted);
    expect(covered(text, stretches)).toBe(expected);
    expect(carriedOut(text, stretches)).toBe(expected);
  });
  it('goes from the end to the beginning', () =>
    expect(redactions('Jan en Piet', choose('Jan en Piet', 'Jan', 'Piet'))).toEqual([{ from: 7, count: 4, of: 11 }, { from: 0, count: 3, of: 10 }]));
});
