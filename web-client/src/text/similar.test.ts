// SPDX-License-Identifier: MIT
// Shows which questions are taken for the same and which are not, by pairs as a room asks them, in Dutch and English.
import { describe, expect, it } from 'vitest';
import { likeness, similar, similarFrom, stems } from './similar';

const like = (one: string, other: string) => likeness(stems(one), stems(other));

describe('likeness', () => {
  it.each([
    ['Wanneer wordt het nieuwe rooster bekend?', 'Wanneer horen we het nieuwe rooster?'],
    ['Krijgen we de overdracht ooit betaald?', 'Gaan jullie de overdracht betalen?'],
    ['Waarom is er geen geld voor een vaste planner?', 'Komt er ooit geld voor vaste planners?'],
    ['Blijven de kantoren in Utrecht open?', 'Blijft het kantoor in Utrecht open?'],
    ['Komt er een reorganisatie bij de nachtdienst?', 'Wordt de nachtdienst gereorganiseerd, of blijft de reorganisatie bij de dagdienst?'],
    ['Who decided about the new system?', 'Who decided on a new system, and why?'],
    ['Will the night shift be paid more?', 'Are you going to pay more for night shifts?'],
    ['Can parking costs be paid back?', 'When are parking costs paid back?'],
    ['Mogen we thuiswerken?', 'Mogen wij ooit thuiswerken?'],
    ['Waarom is er geen koffie?', 'Waarom is er geen koffie?'],
    ['Do we get a raise?', 'When will we get a raise?'],
  ])('finds that %j and %j ask the same', (one, other) => expect(like(one, other)).toBeGreaterThanOrEqual(similarFrom));

  it.each([
    ['Waarom staat het rooster zo laat vast?', 'Kan zelf roosteren ook voor de ondersteunende diensten?'],
    ['Wie beslist over de werkdruk?', 'Wie beslist over de werknemers?'],
    ['Wat vinden jullie van ons?', 'Wat vinden jullie van dit?'],
    ['Wanneer is het genoeg?', 'Wanneer is de verhuizing?'],
    ['Mogen we thuiswerken?', 'Hoe veilig is thuiswerken?'],
    ['What do you think of us?', 'What do you think about this?'],
    ['Who will answer for the new building?', 'Who will pay for the old system?'],
    ['Why do you not listen to us?', 'Why do you not tell us?'],
    ['', ''],
    ['?', 'Waarom?'],
  ])('does not mix up %j and %j', (one, other) => expect(like(one, other)).toBeLessThan(similarFrom));

  it('is the same both ways, and whole for the same words', () => {
    const [one, other] = ['Waarom geen vaste planner?', 'Komt er een vaste planner, en wanneer dan?'];
    expect(like(one!, other!)).toBe(like(other!, one!));
    expect(like('Eén vaste plannér!', 'een VASTE planner')).toBe(1);
  });
});

describe('similar', () => {
  const room = ['Komt er een vaste planner?', 'Hoe laat is de lunch?', 'Wanneer komt er een vaste planner op afdeling drie?'].map((text) => ({ text }));
  it('puts the likest first', () =>
    expect(similar('Komt die vaste planner er nog?', room).map(({ text }) => text)).toEqual([room[0]!.text, room[2]!.text]));
  it('gives no more than was asked for', () => expect(similar('Komt die vaste planner er nog?', room, 1)).toEqual([room[0]]));
  it('says nothing about a text that says too little', () => expect(similar('Planner?', room)).toEqual([]));
  it.each([
    ['Mogen we thuiswerken?', 'mogen we thuiswerken'],
    ['Waarom is er geen koffie?', 'Waarom is er géén koffie??'],
    ['Waarom niet?', 'Waarom niet?'],
  ])('finds that %j is %j, however little it says', (one, text) => expect(similar(one, [...room, { text }])).toEqual([{ text }]));
  it.each(['', '?', 'Waarom?', 'Wat vinden jullie van ons?'])('finds nothing like %j', (one) =>
    expect(similar(one, [...room, { text: '!' }, { text: 'Wat vinden jullie van dit?' }])).toEqual([]));
});
