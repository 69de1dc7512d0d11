// SPDX-License-Identifier: MIT
// What a person does on a phone, in the words that stand on it.

/** @typedef {import('playwright-core').Page} Page */

export const nl = {
  ask: 'Stel je vraag', yourQuestion: 'Je vraag', understood: 'Begrepen', withdraw: 'Trek in', own: /^Van jouw telefoon/,
  held: /Je vraag ligt in de hoed\. Over \d:\d\d gaan alle vragen er samen uit\./, kept: /Je vraag staat op je telefoon/,
  fresh: /nieuwe vra/, reorder: 'Nieuwe volgorde',
};
export const en = {
  ask: 'Ask your question', yourQuestion: 'Your question', understood: 'Understood', withdraw: 'Withdraw', own: /^From your phone/,
  held: /Your question is in the hat\. In \d:\d\d all questions come out together\./, kept: /Your question is kept on your phone/,
  fresh: /new question/, reorder: 'New order',
};

export class PhonePage {
  /** @param {Page} page @param {typeof nl | typeof en} words */
  constructor(page, words = nl) {
    this.page = page;
    this.words = words;
  }

  /** @param {import('./browser.mjs').Person} person @param {string} joinKey */
  static async scan(person, joinKey, words = nl) { return new PhonePage(await person.open(`/#${joinKey}`), words); }

  button(/** @type {string | RegExp} */ name) { return this.page.getByRole('button', { name, exact: typeof name === 'string' }); }

  async understand() { await this.button(this.words.understood).click(); }

  async write(/** @type {string} */ text) {
    await this.button(this.words.ask).click();
    await this.page.getByLabel(this.words.yourQuestion, { exact: true }).fill(text);
  }

  async ask(/** @type {string} */ text) {
    await this.write(text);
    await this.button(this.words.ask).click();
  }

  /** The card of a question in the list, or the one that is being answered. */
  card(/** @type {string} */ text) { return this.page.locator('[data-question]').filter({ hasText: text }); }
  cards() { return this.page.locator('.cards > li'); }
  pill(/** @type {string} */ text) { return this.card(text).locator('.pill'); }

  async support(/** @type {string} */ text) { return Number(await this.pill(text).locator('.pill-count').innerText()); }

  async showOwn() { await this.page.locator('summary').filter({ hasText: this.words.own }).click(); }
}
