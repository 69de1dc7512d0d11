// SPDX-License-Identifier: MIT
// Shows what the hint before sending points at, in both languages, and at how little it stays quiet.
import { describe, expect, it } from 'vitest';
import { hintsOf, type HintKind } from './hints';

const table: readonly [string, HintKind, string][] = [
  ['Waarom mag Fatima nooit vrij nemen?', 'name', 'Fatima'],
  ['Waarom is alles van Piet de Vries goed?', 'name', 'Piet de Vries'],
  ['Why did nobody listen to Anne-Marie Jansen?', 'name', 'Anne-Marie Jansen'],
  ['Gaat de locatie in Zwolle dicht?', 'name', 'Zwolle'],
  ['Wie besloot dat op 12 maart?', 'date', '12 maart'],
  ['Who decided that on March 3rd?', 'date', 'March 3rd'],
  ['Waarom hoorden we pas op 03-11-2025 iets?', 'date', '03-11-2025'],
  ['Waarom was er afgelopen dinsdag niemand?', 'date', 'afgelopen dinsdag'],
  ['Why was nobody there last Tuesday?', 'date', 'last Tuesday'],
  ['Waarom moest ik om 14:30 weg?', 'date', '14:30'],
  ['Na 23 jaar nog altijd geen vast rooster?', 'amount', '23 jaar'],
  ['We are with 4 nurses at night, is that safe?', 'amount', '4 nurses'],
  ['Wanneer wordt kamer 12 gemaakt?', 'amount', 'kamer 12'],
  ['When is ward 3B going to close?', 'amount', 'ward 3B'],
  ['Waarom kreeg ik € 250 minder?', 'amount', '€ 250'],
  ['Waarom moet ik als enige altijd op zondag?', 'only', 'als enige'],
  ['Ben ik de enige die dit ziet?', 'only', 'Ben ik de enige'],
  ['Why do I have to stay late as the only one?', 'only', 'as the only one'],
  ['I’m the only one with children here', 'only', 'I’m the only one'],
  ['Er werd gezegd: “dan zoek je maar iets anders”. Mag dat?', 'quote', 'dan zoek je maar iets anders'],
  ['My boss said "take it or leave it" to us', 'quote', 'take it or leave it'],
];

const quiet = [
  '', 'Waarom horen we van een reorganisatie altijd pas als alles al besloten is?',
  'Wat gebeurt er met wat we hier vandaag vragen? Wie beslist dat? En wanneer?',
  'Why is there money for a new logo, and not for a planner? I wonder.',
  'I think I know. But can I say it?', 'Waarom moet de IT-afdeling in het MT?', 'Werken we in Excel of in Teams?',
  'Wat vinden jullie van “zelfroosteren”?', 'Kan iedereen op maandag thuis werken?',
  'Er zijn 3 opties. Welke kiezen jullie?', 'Kan het rooster in december eerder klaar zijn?',
];

describe('hintsOf', () => {
  it.each(table)('%s', (text, kind, what) => expect(hintsOf(text)).toContainEqual({ kind, what }));
  it.each(quiet)('stays quiet at: %s', (text) => expect(hintsOf(text)).toEqual([]));
  it('takes what everybody knows for no name', () => {
    expect(hintsOf('Wat doet het Zonnehuis eraan?')).toHaveLength(1);
    expect(hintsOf('Wat doet het Zonnehuis eraan?', 'Durf te Vragen in het Zonnehuis')).toEqual([]);
  });
  it('tells one of each kind, in one order', () =>
    expect(hintsOf('Op 3 mei zei Karel tegen Anna dat ik als enige van 4 mensen “niet mee mocht”.').map(({ kind }) => kind))
      .toEqual(['name', 'date', 'only', 'amount', 'quote']));
  it('is quick with the longest text', () => {
    const started = performance.now();
    hintsOf('Aa van de '.repeat(120));
    expect(performance.now() - started).toBeLessThan(50);
  });
});
