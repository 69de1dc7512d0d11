// SPDX-License-Identifier: MIT
// Shows what the hint before sending points at, in both languages, and at how little it stays quiet.
import { describe, expect, it } from 'vitest';
import { hintsOf, type HintKind } from './hints';

const table: readonly [string, HintKind, string][] = [
  ['Waarom mag Fatima nooit vrij nemen?', 'name', 'Fatima'],
  ['Waarom is alles van Piet de Vries goed?', 'name', 'Piet de Vries'],
  ['Why did nobody listen to Anne-Marie Jansen?', 'name', 'Anne-Marie Jansen'],
  ['Piet heeft mij weggepest', 'name', 'Piet'],
  ['Piet de Vries liegt altijd. Mag dat?', 'name', 'Piet de Vries'],
  ['Karin zegt steeds dat ik niets kan.', 'name', 'Karin'],
  ['Het gaat hier mis. Anne-Marie pest iedereen weg.', 'name', 'Anne-Marie'],
  ['Sanne wil nooit met mij werken, waarom?', 'name', 'Sanne'],
  ['Joost is altijd zo onbeschoft', 'name', 'Joost'],
  ['“Ahmed heeft ons uitgescholden”, en nu?', 'name', 'Ahmed'],
  ['Hans zei: dan ga je toch weg', 'name', 'Hans'],
  ['De Vries heeft mij nooit gesproken', 'name', 'De Vries'],
  ['Karen told me to shut up. Is that normal?', 'name', 'Karen'],
  ['Bob has never listened to us', 'name', 'Bob'],
  ['Bob has bullied me for a year', 'name', 'Bob'],
  ['Chris bullies everyone here', 'name', 'Chris'],
  ['James says that I am slow', 'name', 'James'],
  ['Why bother? Linda is always rude', 'name', 'Linda'],
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
  ['Wanneer krijgt team B een planner?', 'amount', 'team B'],
  ['Wanneer krijgt Team A eens vrij?', 'amount', 'Team A'],
  ['What about team A?', 'amount', 'team A'],
  ['Waarom is het altijd afdeling I', 'amount', 'afdeling I'],
  ['GIVE US BACK ROOM A!', 'amount', 'ROOM A'],
  ['Is the team I work in safer than team C?', 'amount', 'team C'],
  ['Who cleans room B2?', 'amount', 'room B2'],
  ['Is building 3 going to close?', 'amount', 'building 3'],
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
  'Are we building a new hospital?', 'Is the team I work in going to stay?', 'Can you give the team a bonus?', 'GIVE THE TEAM A BONUS!',
  'Is het team i.v.m. de drukte groter?', 'Is the team I’m in next?', 'Which room? I never know.', 'Krijgt de afdeling u te spreken?',
  'Management is vergeten wat werken is', 'Directie zegt dat er geen geld is', 'Niemand heeft mij iets verteld', 'Iedereen zegt dat het goed komt',
  'Wie heeft mij zo ingeroosterd?', 'Wat heeft ons dit opgeleverd?', 'Dit heeft ons veel gekost', 'Corona heeft ons veel geleerd', 'Werkdruk heeft mij ziek gemaakt',
  'Soms pest iemand een ander', 'Toen zei niemand iets', 'Waarom liegt men over geld?', 'Parkeren is te duur', 'Koffie is op', 'Overleg vindt nooit plaats',
  'Thuiswerken heeft mij geholpen', 'Nachtdienst heeft ons gesloopt', 'Verhuizing heeft mij geld gekost', 'Collega zei dat het mag',
  'Leiding zegt altijd dat het goed gaat', 'De teamleider heeft mij gezien', 'Het rooster is laat. Het heeft ons de zomer gekost.', 'Roken moet weg, toch?',
  'Nobody told us', 'Someone told me it is over', 'Everyone says it is fine', 'Leadership says it listens', 'Management wants to save money', 'Who told you that?',
  'Parking is expensive', 'Coffee has gone', 'It has cost us a lot', 'People said that we are next', 'Nurses said it before',
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
