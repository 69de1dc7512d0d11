// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { command, encode } from './encode';

const written = (text: string) => encode(command('AAAAAAAAAAAAAAAAAAAAAA', 'rename_session', { title: { lang: 'nl', text } }));
const escaped = String.raw`\ud83d`;

describe('what is written is well-formed', () => {
  it.each([
    ['half an emoji', 'Waarom \ud83d', 'Waarom \ufffd'],
    ['the other half', '\ude00?', '\ufffd?'],
    ['halves the wrong way round', '\ude00\ud83d', '\ufffd\ufffd'],
    ['half before a whole one', '\ud83d\ud83d\ude00', '\ufffd\ud83d\ude00'],
  ])('%s', (_, text, expected) => expect(JSON.parse(written(text))).toMatchObject({ body: { title: { text: expected } } }));

  it.each([
    ['a whole emoji', '\ud83d\ude00'],
    ['control characters', 'a\u001f\n\t"\\/'],
    ['the escape itself, as text', escaped],
    ['behind a backslash', `\\${escaped}\\`],
  ])('%s stays', (_, text) => expect(written(text)).toContain(JSON.stringify(text)));
});
