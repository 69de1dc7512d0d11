// SPDX-License-Identifier: MIT
// What in a text may tell who wrote it: names, dates, small numbers, "as the only one", quotes. Pure, on this device, for Dutch and
// English alike. It points and does not judge: it would rather miss something than cry wolf at every capital.

export type HintKind = 'name' | 'date' | 'amount' | 'only' | 'quote';
/** `what`: the words that it is about, as they were written. */
export interface Hint { readonly kind: HintKind; readonly what: string }

const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december'
  + '|january|february|march|may|june|july|august|october';
const weekdays = 'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const lately = 'afgelopen|vorige|gisteren|eergisteren|last|this past|yesterday';

const dates = [
  String.raw`\d{1,2}(?:e|de|ste|st|nd|rd|th)?\.? (?:of )?(?:${months})(?: \d{4})?`,
  String.raw`(?:${months}) \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?`,
  String.raw`\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}`, String.raw`\d{1,2}[-/]\d{1,2}(?![-/\d])`,
  String.raw`(?:${lately}) (?:week |maand |month )?(?:${weekdays})`, String.raw`(?:gisteren|eergisteren|yesterday)`,
  String.raw`\d{1,2}[:.]\d{2}(?: uur| ?am| ?pm)?`,
];
const places = 'kamer|afdeling|team|verdieping|etage|unit|gebouw|vestiging|locatie|room|ward|floor|department|building|site|poli';
const units = 'jaar|jaren|maanden?|weken|dagen|uur|minuten|euro|mensen|collega[’\']?s|verpleegkundigen|bedden|kinderen'
  + '|years?|months?|weeks?|days|hours?|minutes|euros?|pounds|dollars|people|colleagues|nurses|beds|children|kids';
const amounts = [
  String.raw`(?:${places}) (?:nr\.? ?|no\.? ?)?(?:\d+\p{L}?|[A-Z]\d+)(?![\p{L}\p{N}])`, String.raw`[€£$] ?\d[\d.,]*`,
  String.raw`\d[\d.,]*(?:-jarige| ?%)?(?: ?(?:${units})| fte)`,
];
const onlies = [
  String.raw`als (?:de |het )?enige\p{L}*`, String.raw`(?:ik ben|was ik|ben ik) (?:hier )?de enige`, String.raw`de enige die`,
  String.raw`als (?:eerste|laatste|jongste|oudste)`,
  String.raw`as the only (?:one|\p{L}+)`, String.raw`(?:i am|i['’]m|i was|am i) the only(?: one)?`, String.raw`the only (?:one|person|man|woman) (?:who|in|on|here|at)`,
  String.raw`(?:my|as the) (?:youngest|oldest|first|last)`,
];
/** At the beginning of a word. Without looking behind, which phones of some years ago cannot: one such pattern and the page is dead. */
const begins = (patterns: readonly string[], end = '') => new RegExp(String.raw`(?:^|[^\p{L}\p{N}])((?:${patterns.join('|')})${end})`, 'iu');
const wordEnds = String.raw`(?![\p{L}\p{N}])`;
/**
 * Team B. The letter has to be a capital, which is looked at by itself: "building a hospital" and "the team i.v.m." name no place.
 * Nor does "the team I work in", nor, where all is shouted, "GIVE THE TEAM A BONUS": those two letters are words unless nothing follows.
 */
const lettered = new RegExp(String.raw`(?:^|[^\p{L}\p{N}])((${places}) (\p{L}))(?![\p{L}\p{N}’'])(?=(\s*[\p{L}\p{N}])?)`, 'giu');
const isPlace = (place: string, letter: string, goesOn: boolean): boolean =>
  /^[A-Z]$/.test(letter) && !(goesOn && (letter === 'I' || (letter === 'A' && place === place.toUpperCase())));
const matchers: readonly (readonly [HintKind, RegExp])[] = [
  ['date', begins(dates, wordEnds)], ['only', begins(onlies, wordEnds)], ['amount', begins(amounts)],
  ['quote', /[“„"«]([^“”„"«»]+\s[^“”„"«»]+)[”“"»]/u],
];

/** Piet, Piet de Vries. */
const capital = String.raw`\p{Lu}\p{Ll}+(?:[-’']\p{L}+)*`;
const wholeName = String.raw`${capital}(?:\s(?:(?:van|de|der|den|ter|ten|el|von|of)\s)*${capital})*`;
/** A capital that no sentence asked for, and those that go on from it. After a full stop or a quote any word has one. */
const name = new RegExp(String.raw`[\p{Ll}\p{N},;)]\s(${wholeName})`, 'gu');
/** Words that are written with a capital and say nothing of a person. */
const plainCapitals = new RegExp(`^(?:${months}|april|${weekdays}|durf|nederlands?|engels|dutch|english|excel|teams|outlook|word|covid|corona|kerst|pasen|christmas|easter)$`, 'iu');

const people = 'mij|me|ons|mijn|haar|hem|us|him|her|my|our|them';
const often = String.raw`(?:(?:altijd|nooit|steeds|weer|vaak|soms|echt|zo|heel|erg|always|never|often|just|so|really|very) )*`;
/** What only a person does, or does to one. "Parking is expensive" and "Coffee has gone" begin as "Piet is" and "Piet has" do. */
const deeds = [
  String.raw`(?:heeft|had|has) ${often}(?:${people})`,
  String.raw`(?:has|had) ${often}(?:bullied|harassed|insulted|humiliated|ignored|threatened|shouted|yelled|lied|told|listened)`,
  String.raw`(?:pest|pestte|treitert|intimideert|discrimineert|negeert|bedreigt|vernedert|kleineert|liegt|loog|roddelt|roddelde|scheldt|schold|schreeuwt|schreeuwde|dreigt|dreigde)`,
  String.raw`(?:bullies|bullied|harasses|harassed|insults|insulted|humiliates|belittles|ignores|ignored|threatens|threatened|lies|lied|gossips|shouts|shouted|yells|yelled)`,
  String.raw`(?:zegt|zei|vertelt|vertelde|beweert|beweerde|vindt|vond|denkt|dacht) ${often}(?:dat|tegen|niks|${people})`,
  String.raw`(?:zegt|zei|says|said)(?=\s?[:,“"])`,
  String.raw`(?:says|said|claims|claimed|thinks) ${often}(?:that|to|it|i|I|we|he|she|they|nothing|${people})`, String.raw`(?:tells|told) ${often}(?:everyone|everybody|people|${people})`,
  String.raw`(?:wil|weigert) ${often}(?:niet|geen|alles|dat|met|${people})`, String.raw`(?:wants|refuses|hates|likes) ${often}(?:to|${people})`,
  String.raw`(?:is|was|doet|deed) ${often}(?:onbeschoft|onbeleefd|boos|gemeen|chagrijnig|dronken|lui|racistisch|seksistisch|rude|mean|angry|drunk|lazy|racist|sexist|een pestkop|een leugenaar|a bully|a liar)`,
];
const opening = new RegExp(String.raw`(?:^|[.!?:…]\s+)["“„«‘']?(${wholeName})\s(?:${deeds.join('|')})${wordEnds}`, 'gu');
/** What sentences begin with otherwise, so that a deed that follows is not that of somebody called so. */
const openers = new RegExp('^(?:' + (
  'wie wat waar waarom wanneer hoe welke? dit dat er het de een hij zij ze wij we jij je u men ons onze mijn jullie iemand iedereen niemand alles iets niets niks ' +
  'dan nu toen daarna daarom daar hier ook soms altijd nooit vaak vroeger laatst onlangs vorige eerst straks gisteren vandaag morgen blijkbaar helaas natuurlijk misschien eindelijk steeds ' +
  'als omdat want maar en of zo mensen stress werk ziekte personeel bestuur management mt hr staf kantoor politiek politie gemeente bedrijf team geld collega chef baas manager directeur docent arts dokter ' +
  'who what where why when how which this that these those there it the an? he she they we you i our my your someone somebody everyone everybody nobody nothing something everything anyone anybody ' +
  'if as because but and so then now once yesterday today people parents patients clients customers colleagues managers nurses doctors leaders staff work sickness money boss colleague director doctor teacher'
).split(' ').join('|') + String.raw`|\p{L}+(?:druk|drukte|ing|ingen|leider|gever|staf|directie|satie|teit|heid|schap|werken|eren|dienst|zorg|ship|ment|tion|ness)|directie|zorg)$`, 'iu');

/**
 * At most one of each kind, in the order of this list.
 * @param known what everybody here knows anyway, such as the name of the session: its capitals tell nothing
 */
export function hintsOf(text: string, known = ''): Hint[] {
  const common = new Set(known.match(/\p{L}+/gu) ?? []);
  const named = (pattern: RegExp, but?: RegExp) => [...text.matchAll(pattern)].map(([, what = '']) => what)
    .find((what) => what.split(/\s/).some((word) => /^\p{Lu}/u.test(word) && !plainCapitals.test(word) && !common.has(word) && !but?.test(word)));
  const telling = named(opening, openers) ?? named(name);
  const hints: Hint[] = telling ? [{ kind: 'name', what: telling }] : [];
  for (const [kind, pattern] of matchers) {
    const match = pattern.exec(text);
    const what = match ? match[1] ?? match[0] : kind === 'amount' ? letteredPlace(text) : undefined;
    if (what !== undefined) hints.push({ kind, what: what.trim() });
  }
  return hints;
}

const letteredPlace = (text: string): string | undefined =>
  [...text.matchAll(lettered)].find(([, , place = '', letter = '', next]) => isPlace(place, letter, next !== undefined))?.[1];
