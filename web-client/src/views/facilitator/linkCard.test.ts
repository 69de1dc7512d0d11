// SPDX-License-Identifier: MIT
// Shows that a card of links says all of every link, and that nothing on it could be read as markup.
import { describe, expect, it } from 'vitest';
import { linkCardSvg, type CardRow } from './linkCard';

const link = 'http://192.168.1.20:8080/moderator#AAAAAAAAAAAAAAAAAAAAAA';
const row = (change: Partial<CardRow> = {}): CardRow => ({ name: 'Moderatie', does: 'Opent de moderatie.', link, ...change });
const card = (...rows: CardRow[]) => linkCardSvg({ title: 'Durf <te> Vragen', warning: 'Geef & bewaar', rows });
const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1]);
const said = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('');

describe('the card of links', () => {
  it('writes texts as text', () => {
    expect(card(row())).toContain('Durf &lt;te&gt; Vragen');
    expect(card(row())).toContain('Geef &amp; bewaar');
  });
  it('drops no letter of a link that needs several lines', () => {
    const long = `${link}${'B'.repeat(200)}`;
    expect(said(card(row({ link: long })))).toContain(long);
  });
  it('has one QR for each link', () => expect(card(row(), row(), row()).match(/<path /g)).toHaveLength(3));
  it('grows with what is on it', () => expect(heightOf(card(row(), row()))).toBeGreaterThan(heightOf(card(row()))));
});
