// SPDX-License-Identifier: MIT
// Shows that whatever the server may refuse or close with is told in the person's language. The codes are read where the
// server has them, so one that is added there and has no words here is found.
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { step, view, type State } from '../connection/machine';
import { lang } from './index';
import { rejectionText, rejections } from './rejections';
import { troubles, troubleText } from './troubles';

const source = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const enumerators = (path: string, name: string) => {
  const body = new RegExp(`enum class ${name}[^{]*\\{([^}]*)\\}`).exec(source(path))![1]!.replace(/\/\/.*/g, '');
  return body.split(',').map((one) => one.trim()).filter(Boolean).map((one) => one.split(/\s*=\s*/)) as [string, string?][];
};
const rejectionCodes = enumerators('include/durf/domain/rejection.hpp', 'RejectionCode').map(([name]) => name);
const httpCodes = [...source('server/net/api.cpp').matchAll(/refuse\(\d{3}, "(\w+)"/g)].map(([, code]) => code!);
const closeCodes = enumerators('include/durf/protocol/close_code.hpp', 'CloseCode').map(([name, number]) => [Number(number), name] as const);

const open: State = { at: 'open', failures: 0 };
/** What the page calls the reason, after the server closed with this code. */
function reasonAfter(code: number): string {
  const seen = view(step(open, { in: 'closed', code }).state);
  return 'because' in seen ? seen.because : seen.at;
}

const before = lang.peek();
afterEach(() => { lang.value = before; });
const sentence = /^[A-Z].*\.$/;

describe.each(['nl', 'en'] as const)('[ST10] in %s', (language) => {
  it.each([...new Set([...rejectionCodes, ...httpCodes])])('%s is refused in words of its own', (code) => {
    lang.value = language;
    expect(rejectionText(code, { min: 1, max: 9 })).toMatch(sentence);
    expect(rejectionText(code, { min: 1, max: 9 })).not.toBe(rejections.value.unknown);
  });
  it.each(closeCodes)('%d (%s) is closed in words', (code) => {
    lang.value = language;
    expect(Object.keys(troubles.value)).toContain(reasonAfter(code));
    expect(troubleText(reasonAfter(code))).toMatch(sentence);
  });
  it('a code from the future has words too', () => {
    lang.value = language;
    for (const code of [1011, 4042, 4142]) expect(troubleText(reasonAfter(code))).toMatch(sentence);
  });
});

it('[ST10] no two languages say the same', () => {
  const inBoth = (read: () => string) => (['nl', 'en'] as const).map((language) => { lang.value = language; return read(); });
  for (const code of rejectionCodes) { const [nl, en] = inBoth(() => rejectionText(code, { min: 1, max: 9 })); expect(nl).not.toBe(en); }
  for (const [code] of closeCodes) { const [nl, en] = inBoth(() => troubleText(reasonAfter(code))); expect(nl).not.toBe(en); }
});

it('[ST10] the lists were found', () => expect([rejectionCodes.length > 20, httpCodes.length > 8, closeCodes.length > 12]).toEqual([true, true, true]));
