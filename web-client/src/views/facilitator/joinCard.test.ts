// SPDX-License-Identifier: MIT
// Shows that a join card carries the whole title and nothing that could be read as markup.
import { describe, expect, it } from 'vitest';
import { joinCardSvg, layOutTitle, wrapWords } from './joinCard';

describe('the join card', () => {
  it.each<[string, number, string[]]>([
    ['een twee drie', 8, ['een twee', 'drie']],
    ['een', 8, ['een']],
    ['', 8, []],
    ['abcdefghij kl', 4, ['abcd', 'efgh', 'ij', 'kl']],
  ])('wraps %j at %i', (text, perLine, lines) => expect(wrapWords(text, perLine)).toEqual(lines));

  it('makes the title smaller before it breaks a word', () => {
    const { size, lines } = layOutTitle('Kandidaten voor de Medezeggenschapsraadverkiezingen');
    expect(lines.some((line) => line.includes('Medezeggenschapsraadverkiezingen'))).toBe(true);
    expect(size).toBeLessThan(layOutTitle('Durf te Vragen').size);
  });
  it('drops no letter of the longest title', () => {
    const title = 'woord'.repeat(48);
    expect(layOutTitle(title).lines.join('')).toBe(title);
  });

  const card = { title: '<b>&"\'', headline: 'h', scan: 's', orGoTo: 'g', code: '482913', link: 'http://192.168.1.20:8080/#AAAAAAAAAAAAAA' };
  it('writes a title as text', () => {
    const svg = joinCardSvg(card);
    expect(svg).toContain('&lt;b&gt;&amp;&quot;&#39;');
    expect(svg).not.toContain('<b>');
  });
  it('shows the code in groups of three', () => expect(joinCardSvg(card)).toContain('>482 913<'));
});
