// SPDX-License-Identifier: MIT
// The moderator's desk in every state that matters: part of the tour.
import { makeId } from '../../end_to_end/lib/ids.mjs';
import { long, questions, title, topics } from './questions.mjs';
import { roundMs } from './stage.mjs';

/** Like one that is there already, so that the desk says so. */
const twin = 'Wie van jullie heeft dit jaar een nachtdienst meegelopen?';
const named = 'Waarom mag Karel Jansen van de planning met Kerst altijd vrij?';

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {(state: string, path: string, prepare: (page: import('playwright-core').Page) => Promise<unknown>,
 *   after?: (page: import('playwright-core').Page, next: (state: string) => Promise<void>) => Promise<unknown>) => Promise<void>} show on every look of a desk
 */
export async function moderatorTour(stage, show) {
  const session = await stage.session({ title: { lang: 'nl', text: title }, topics, moderation: true });
  const facilitator = await stage.desk(session);
  const [link, secret] = [makeId(), makeId()];
  await facilitator.command('create_link', { link, role: 'moderator', label: '', secret });
  const path = `/moderator#${secret}`;
  const ready = (/** @type {import('playwright-core').Page} */ page) => page.locator('.mod-board').waitFor();

  await show('no-link', '/moderator', (page) => page.locator('h1').waitFor());
  await show('wrong-link', `/moderator#${session.presenter_secret}`, (page) => page.locator('h1').waitFor());
  await show('empty', path, ready);

  const texts = [...questions.slice(0, 14).map(([text]) => text), long, twin, named];
  const phones = await stage.phones(session, texts.length);
  await Promise.all(texts.map((text, number) => {
    const phone = /** @type {import('../../end_to_end/lib/phone.mjs').Phone} */ (phones[number]);
    return phone.ask(phone.think(text));
  }));
  await facilitator.until(() => facilitator.replica.questions.size === texts.length, 'all questions', 4 * roundMs);
  const of = (/** @type {number} */ number) => ({ question: [...facilitator.replica.questions].find(([, { text }]) => text === texts[number])?.[0] ?? '' });
  const wish = (/** @type {string} */ type, /** @type {number} */ number, more = {}) => facilitator.command(type, { ...of(number), ...more });
  for (const number of [0, 1, 2, 3, 4, 5, 6, 7, 8, 14]) await wish('approve_question', number);
  await wish('highlight_question', 0);
  await wish('mark_answered', 0);
  await wish('highlight_question', 14);
  await wish('pin_question', 2, { pinned: true });
  await wish('label_question', 3, { label: 'Beloning' });
  await wish('redact_question', 3, { from: 0, count: 6, of: [...texts[3] ?? ''].length });
  await wish('archive_question', 5, { archived: true });
  await wish('refuse_question', 6, { reason: 'about_a_person' });
  await wish('refuse_question', 7, { reason: 'off_topic' });
  await wish('merge_question', 8, { into: of(4).question });
  await facilitator.until(() => facilitator.replica.session['tally_refused'] === 2, 'the tally', 4 * roundMs);

  await show('waiting', path, async (page) => {
    await ready(page);
    await page.locator('.mod-waiting .mod-item').nth(4).waitFor();
  }, async (page, next) => {
    const closed = async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    };
    const sheet = async (/** @type {string} */ state, /** @type {() => Promise<unknown>} */ open) => {
      await open();
      await page.getByRole('dialog').waitFor();
      await next(state);
      await closed();
    };
    const card = (/** @type {string} */ text) => page.locator('.mod-waiting .mod-item').filter({ hasText: text });
    const byKey = (/** @type {string} */ text, /** @type {string} */ key) => async () => {
      await card(text).focus();
      await page.keyboard.press(key);
    };
    await sheet('menu', byKey(twin, 'Enter'));
    await sheet('refuse', byKey(twin, 'r'));
    await sheet('merge', byKey(twin, 'm'));
    await sheet('label', byKey(twin, 'l'));
    await sheet('keys', () => page.keyboard.press('?'));
    await sheet('words', () => page.getByRole('button', { name: /^(Woordenlijst|Word list)$/ }).click());
    await sheet('cover', async () => {
      await byKey(named, 'c')();
      for (const word of ['Karel', 'Jansen']) await page.getByRole('button', { name: word, exact: true }).click();
    });
    await card(twin).focus();
    await page.keyboard.press('x');
    await page.getByRole('toolbar').waitFor();
    await next('several');
    for (const [key, state] of /** @type {const} */ ([['2', 'shown'], ['3', 'refused'], ['4', 'aside']])) {
      await page.keyboard.press(key);
      await page.locator(`.mod-${state} .mod-item`).first().waitFor();
      await next(state);
    }
  });
  await facilitator.command('revoke_link', { link });
  await show('revoked', path, (page) => page.locator('[role=alert]').waitFor());
}
