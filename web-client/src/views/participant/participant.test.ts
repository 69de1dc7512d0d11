// SPDX-License-Identifier: MIT
// Shows the small rules of the phone's page: what is new in a list, how long a question is, what a code is, and that the card
// keeps to its sixty words.
import { describe, expect, it } from 'vitest';
import { codeFrom } from '../../door';
import { catalogue, chooseLang, countdown, lang, number, plural } from '../../i18n/index';
import { promise } from '../../i18n/promise';
import { rejectionText, rejections } from '../../i18n/rejections';
import { oneParagraph } from '../../intent/askQuestion';
import { questionGraphemesMax } from '../../limits';
import { differenceOf, maySettle } from './calmOrder';
import { lengthOf } from './questionLength';

describe('differenceOf', () => {
  it.each<[string, string, number, boolean]>([
    ['abc', 'abc', 0, false], ['abc', 'acb', 0, true], ['abc', 'abcd', 1, false], ['abc', 'dabce', 2, false], ['abc', 'ab', 0, true],
    ['', 'ab', 2, false], ['abc', 'xcba', 1, true],
  ])('%s shown, %s wanted: %d new, moved %s', (shown, wanted, fresh, moved) => expect(differenceOf([...shown], [...wanted])).toEqual({ fresh, moved }));
});

describe('maySettle', () => {
  it.each([[0, true, 7, true], [0, false, 7, false], [1, false, 3, false], [1, true, 7, false], [6, false, 1, true], [6, true, 2, true]])(
    '%d new, moved %s, %d shown: %s', (fresh, moved, shown, settles) => expect(maySettle({ fresh, moved }, shown)).toBe(settles));
});

describe('lengthOf', () => {
  it.each([['', questionGraphemesMax], ['één', questionGraphemesMax - 3], ['👩‍👩‍👧‍👦', questionGraphemesMax - 1], ['e\u0301', questionGraphemesMax - 1]])('%j leaves %d', (text, left) =>
    expect(lengthOf(text)).toEqual({ left, fits: true, tooManyBytes: false }));
  it('stops at the last character', () => {
    expect(lengthOf('x'.repeat(questionGraphemesMax)).fits).toBe(true);
    expect(lengthOf('x'.repeat(questionGraphemesMax + 1))).toEqual({ left: -1, fits: false, tooManyBytes: false });
  });
  it('knows that a few characters can be many bytes', () =>
    expect(lengthOf('👩‍👩‍👧‍👦'.repeat(60))).toEqual({ left: questionGraphemesMax - 60, fits: false, tooManyBytes: true }));
});

it.each([['482913', '482913'], ['482 913', '482913'], [' 48-29.13 ', '482913'], ['04829131', '04829131'], ['48291', null], ['4829134', null], ['48291a', null], ['', null]])(
  '%j is the code %j', (typed, code) => expect(codeFrom(typed)).toBe(code));

it('a question is one paragraph', () => expect(oneParagraph('  Waarom\n\n is\tdat? ')).toBe('Waarom is dat?'));

describe('words', () => {
  const both = ['nl', 'en'] as const;
  it.each(both)('the card has at most sixty words (%s)', (chosen) => {
    chooseLang(chosen);
    const words = promise.value.text.split(/\s+/).length;
    expect(words).toBeLessThanOrEqual(60);
    expect(words).toBeGreaterThan(30);
  });
  it.each(both)('refusals have a sentence for each code, and one for a code from the future (%s)', (chosen) => {
    chooseLang(chosen);
    for (const code of Object.keys(rejections.value)) expect(rejectionText(code, { min: 1, max: 9 })).toMatch(/^[A-Z].*\.$/);
    expect(rejectionText('brand_new')).toBe(rejections.value.unknown);
    expect(rejectionText('toString')).toBe(rejections.value.unknown);
  });
  it('change with the language, numbers and plurals too', () => {
    const words = catalogue({ nl: { n: (n: number) => `${number(n)} ${plural(n, 'vraag', 'vragen')}` }, en: { n: (n: number) => `${number(n)} ${plural(n, 'question', 'questions')}` } });
    chooseLang('nl');
    expect([words.value.n(1), words.value.n(1234)]).toEqual(['1 vraag', '1.234 vragen']);
    chooseLang('en');
    expect([words.value.n(1), words.value.n(1234), lang.value]).toEqual(['1 question', '1,234 questions', 'en']);
  });
  it.each([[22_000, '0:22'], [21_001, '0:22'], [60_000, '1:00'], [1, '0:01'], [0, '0:00'], [-5, '0:00'], [754_000, '12:34']])('%d ms is %s', (ms, text) =>
    expect(countdown(ms)).toBe(text));
});
