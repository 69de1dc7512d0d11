// SPDX-License-Identifier: MIT
// Do two questions ask the same? By the words that they share, on this device, without asking anybody. Pure. Made for short texts
// in Dutch and English; it looks for a likeness that a person then judges, so it rather misses one than points at a wrong one.
import { plain } from './plain';

/** From here on two texts are worth being shown beside each other. */
export const similarFrom = .5;
/** One word in common is a topic, not a duplicate. */
const sharedMin = 2;
/** Endings differ (rooster, roosters, roosteren), beginnings seldom do; five letters still tell werkdruk from werknemer. */
const stemLength = 5;

/** Words that stand in any question. What is left says what it is about. */
const emptyWords = new Set((
  'de het een en of maar want dus als dan dat die dit deze er hier daar ik je jij jullie we wij ze zij hij u ons onze jouw mijn hun haar zijn ' +
  'is was waren ben bent wordt worden werd heb hebt heeft hebben had hadden kan kun kunnen kon mag mogen moet moeten zal zullen zou zouden wil willen gaat gaan doe doen doet ' +
  'niet geen wel ook nog al toch eens even nu ooit weer meer veel te om van voor in op met bij aan naar uit over door tot tegen per ' +
  'wie wat waar waarom wanneer hoe welk welke hoeveel waarvoor iets iemand niemand alles vind vindt vinden denk denkt denken ' +
  'the a an and or but so if then that this these those there here i you he she it we they us our your my their its ' +
  'is are was were be been am has have had do does did can could may might must shall should will would get got go goes going ' +
  'not no yes also still ever again more much many to of for in on at with by from about into out over up as than ' +
  'who what where why when how which whose something someone nobody everything think'
).split(' '));

const wordsOf = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
/** Two texts with the same one are the same, whatever their capitals and signs. */
const saidBy = (text: string): string => wordsOf(text).join(' ');

/** What a text is about: its telling words without accents, capitals, doubled letters and endings. */
export function stems(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text)
    .filter((word) => !emptyWords.has(word))
    // Dutch doubles letters for the sound: betaald and betalen, rooster and rosters.
    .map((word) => word.replace(/(\p{L})\1/gu, '$1').slice(0, stemLength)));
}

/** How much two texts have in common, from 0 to 1: the shared words against the number of words in each. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of one) if (other.has(stem)) shared += 1;
  // The same words in both are no mere topic, though it be one.
  if (shared > 0 && shared === one.size && shared === other.size) return 1;
  return shared < sharedMin ? 0 : shared / Math.sqrt(one.size * other.size);
}

/** Texts that are compared with many others: their words are found once. */
export interface Prepared<T> { readonly other: T; readonly said: string; readonly stems: ReadonlySet<string> }
export const prepare = <T extends { readonly text?: string }>(others: readonly T[]): readonly Prepared<T>[] =>
  others.map((other) => ({ other, said: saidBy(other.text ?? ''), stems: stems(other.text ?? '') }));

/** Those of the prepared ones that seem to ask the same, the likest first. */
export function similarAmong<T>(text: string, others: readonly Prepared<T>[], most = Infinity): T[] {
  const said = saidBy(text);
  if (said === '') return [];
  const own = stems(text);
  return others
    .map(({ other, said: theirs, stems }) => ({ other, like: said === theirs ? 1 : likeness(own, stems) }))
    .filter(({ like }) => like >= similarFrom)
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ other }) => other);
}

/** The same, for a text that is compared once. */
export const similar = <T extends { readonly text?: string }>(text: string, others: readonly T[], most = Infinity): T[] =>
  similarAmong(text, prepare(others), most);
