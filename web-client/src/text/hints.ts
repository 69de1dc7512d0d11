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
  String.raw`(?:${places}) (?:nr\.? ?|no\.? ?)?(?:\d+\p{L}?|[A-Z]\d*)(?![\p{L}\p{N}])`, String.raw`[€£$] ?\d[\d.,]*`,
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
const matchers: readonly (readonly [HintKind, RegExp])[] = [
  ['date', begins(dates, wordEnds)], ['only', begins(onlies, wordEnds)], ['amount', begins(amounts)],
  ['quote', /[“„"«]([^“”„"«»]+\s[^“”„"«»]+)[”“"»]/u],
];

/** A capital that no sentence asked for, and those that go on from it: Piet, Piet de Vries. After a full stop or a quote any word has one. */
const name = /[\p{Ll}\p{N},;)]\s(\p{Lu}\p{Ll}+(?:[-’']\p{L}+)*(?:\s(?:(?:van|de|der|den|ter|ten|el|von|of)\s)*\p{Lu}\p{Ll}+(?:[-’']\p{L}+)*)*)/gu;
/** Words that are written with a capital and say nothing of a person. */
const plainCapitals = new RegExp(`^(?:${months}|april|${weekdays}|durf|nederlands?|engels|dutch|english|excel|teams|outlook|word|covid|corona|kerst|pasen|christmas|easter)$`, 'iu');

/**
 * At most one of each kind, in the order of this list.
 * @param known what everybody here knows anyway, such as the name of the session: its capitals tell nothing
 */
export function hintsOf(text: string, known = ''): Hint[] {
  const common = new Set(known.match(/\p{L}+/gu) ?? []);
  const telling = [...text.matchAll(name)].map(([, what = '']) => what)
    .find((what) => what.split(/\s/).some((word) => /^\p{Lu}/u.test(word) && !plainCapitals.test(word) && !common.has(word)));
  const hints: Hint[] = telling ? [{ kind: 'name', what: telling }] : [];
  for (const [kind, pattern] of matchers) {
    const match = pattern.exec(text);
    if (match) hints.push({ kind, what: (match[1] ?? match[0]).trim() });
  }
  return hints;
}
