// SPDX-License-Identifier: MIT
// The words of the product in two languages, chosen per person and remembered. A catalogue is a plain object of strings and
// functions; English must have exactly the keys and parameters of Dutch, or the build fails.
import { computed, effect, signal, type ReadonlySignal } from '../signals';
import { phone } from '../keep/storage';
import type { Lang } from '../wire/messages';

export type { Lang };
const remembered = 'durf.lang';

function firstLang(): Lang {
  const kept = phone.read(remembered);
  if (kept === 'nl' || kept === 'en') return kept;
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  return wanted.map((tag) => tag.slice(0, 2)).find((tag): tag is Lang => tag === 'nl' || tag === 'en') ?? 'en';
}

export const lang = signal<Lang>(firstLang());

/** Somebody chose at this browser; else the language is a guess. */
export const langIsChosen = (): boolean => phone.read(remembered) !== null;

export function chooseLang(chosen: Lang): void {
  lang.value = chosen;
  phone.write(remembered, chosen);
}

if (typeof document !== 'undefined') effect(() => void (document.documentElement.lang = lang.value));

type Words = Readonly<Record<string, string | ((...params: never[]) => string)>>;
type SameShape<W extends Words> = { readonly [K in keyof W]: W[K] extends string ? string : W[K] };

/**
 * The words in the language of now: `const words = catalogue({nl: {…}, en: {…}})`, then `words.value.ask` in a component.
 * @__NO_SIDE_EFFECTS__
 */
export function catalogue<W extends Words>(both: { nl: W; en: NoInfer<SameShape<W>> }): ReadonlySignal<SameShape<W>> {
  return computed(() => both[lang.value] as SameShape<W>);
}

/** 1234 → "1.234" or "1,234". */
export const number = (n: number): string => new Intl.NumberFormat(lang.value).format(n);

/** Picks by the plural rule of the language of now; both languages know only `one` and `other`. */
export const plural = (n: number, one: string, other: string): string =>
  new Intl.PluralRules(lang.value).select(n) === 'one' ? one : other;

/** 22000 → "0:22". Rounded up, so that "0:00" is never shown while something is still to come. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
