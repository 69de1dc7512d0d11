// SPDX-License-Identifier: MIT
// What an executive does on a tablet, in the words that stand on it.

/** @typedef {import('playwright-core').Page} Page */

export const tabletSize = { width: 1024, height: 768 };
export const standingTabletSize = { width: 768, height: 1024 };

export const nl = {
  answerNow: 'Nu beantwoorden', answered: 'Beantwoord', undo: 'Maak ongedaan', askBack: 'Vraag terug', ask: 'Stel de vraag', card: 'Antwoordkaart',
  writeCard: 'Schrijf het antwoord op', save: 'Bewaar', blank: 'Scherm leeg', timer: 'Timer', note: 'Maak een notitie',
};
export const en = {
  answerNow: 'Answer now', answered: 'Answered', undo: 'Undo', askBack: 'Ask back', ask: 'Ask it', card: 'Answer card',
  writeCard: 'Write the answer down', save: 'Save', blank: 'Blank', timer: 'Timer', note: 'Write a note',
};

export class StagePage {
  /** @param {Page} page @param {typeof nl} words */
  constructor(page, words = nl) {
    this.page = page;
    this.words = words;
  }

  /** @param {import('./browser.mjs').Person} person @param {string} secret */
  static async open(person, secret, words = nl) { return new StagePage(await person.open(`/stage#${secret}`), words); }

  button(/** @type {string} */ name) { return this.page.getByRole('button', { name, exact: true }); }
  /** The wide one. */
  get primary() { return this.page.locator('.stage-bar .primary'); }
  get front() { return this.page.locator('.stage-card'); }
  get question() { return this.page.locator('.stage-question'); }
  get rows() { return this.page.locator('.queue-row'); }

  /** A finger that goes sideways over the question, or over something on its card. */
  async swipe(/** @type {'left' | 'right'} */ way, over = this.front) {
    await over.evaluate((card, by) => {
      const box = card.getBoundingClientRect();
      const at = (/** @type {number} */ x) => ({ bubbles: true, pointerId: 7, pointerType: 'touch', isPrimary: true, clientX: x, clientY: box.y + 30 });
      const middle = box.x + box.width / 2;
      card.dispatchEvent(new PointerEvent('pointerdown', at(middle)));
      card.dispatchEvent(new PointerEvent('pointerup', at(middle + by)));
    }, way === 'left' ? -160 : 160);
  }
}
