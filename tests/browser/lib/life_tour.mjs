// SPDX-License-Identifier: MIT
// The facilitator's moderation, links and end, the home page with sessions in every phase, and the results: part of the tour.
import assert from 'node:assert/strict';
import { makeId } from '../../end_to_end/lib/ids.mjs';
import { long, questions, title, topics } from './questions.mjs';
import { roundMs } from './stage.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {(role: 'facilitator' | 'home' | 'results', state: string, path: string, prepare: (page: Page) => Promise<unknown>,
 *   after?: (page: Page, next: (state: string) => Promise<void>) => Promise<unknown>) => Promise<void>} Show
 */

const day = '2026-11-21';
const answers = [
  { text: 'Dat is zo gegroeid. We vinden het zelf ook niet meer uit te leggen.', promise: 'Voor 1 februari ligt er een voorstel bij de ondernemingsraad.', role: 'directeur zorg' },
  { text: 'Yes. The rules will be the same for everyone.', promise: '', role: '' },
];

/** @param {import('./stage.mjs').Stage} stage @param {Show} show */
export async function lifeTour(stage, show) {
  const session = await stage.session({ title: { lang: 'nl', text: title }, topics, moderation: true });
  const path = `/desk#${session.facilitator_secret}`;
  const desk = await stage.desk(session);
  const wish = async (/** @type {string} */ type, /** @type {Record<string, unknown>} */ body = {}) => {
    const reply = await desk.command(type, body);
    assert.equal(reply.ok, true, `${type}: ${reply.code}`);
  };
  const texts = [...questions.slice(0, 7).map(([text]) => text), long];
  const phones = await stage.phones(session, texts.length);
  await Promise.all(phones.map((phone, number) => phone.ask(phone.think(texts[number] ?? ''))));
  await desk.until(() => desk.replica.questions.size === texts.length, 'the questions', 6 * roundMs);
  const ids = texts.map((text) => [...desk.replica.questions].find(([, question]) => question['text'] === text)?.[0] ?? '');
  const about = (/** @type {number} */ number) => ({ question: ids[number] });

  const ready = (/** @type {Page} */ page) => page.locator('.primary-action').waitFor();
  const close = async (/** @type {Page} */ page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await show('facilitator', 'moderation', path, async (page) => {
    await page.locator('.desk-view').nth(1).click();
    await page.locator('.mod-item').first().waitFor();
  });

  for (const number of [0, 1, 2, 3, 4]) await wish('approve_question', about(number));
  await wish('refuse_question', { ...about(5), reason: 'off_topic' });
  await wish('pin_question', { ...about(1), pinned: true });
  await wish('label_question', { ...about(2), label: 'rooster' });
  await wish('ask_back', { ...about(0), text: { lang: 'nl', text: 'Gaat het je om het bedrag of om het gebaar?' } });
  const [first, second] = answers;
  await wish('write_answer', { ...about(0), ...first, text: { lang: 'nl', text: first?.text }, day });
  await wish('mark_answered', about(4));
  await show('facilitator', 'marks', path, async (page) => {
    await ready(page);
    await page.locator('.question .mark').nth(3).waitFor();
  }, async (page, next) => {
    await page.locator('.question .icon-only').first().click();
    await page.getByRole('dialog').waitFor();
    await next('question-more');
    await close(page);
    const ways = page.locator('.desk-way');
    if (await ways.count() > 0) await ways.nth(2).click();
    await page.locator('.new-link summary').click();
    await next('new-link');
    await page.locator('.new-link ~ div .button').click();
    await page.locator('.link-card').waitFor();
    await next('link-card');
    await page.locator('.link-card').getByRole('button').nth(2).click();
    await page.locator('.link-card-sheet').waitFor();
    await next('link-card-made');
    // Each look has made four, and a session has room for twenty.
    for (const [link, { label }] of [...desk.replica.links]) if (label === 'Kaart' || label === 'Card') await wish('revoke_link', { link });
  });
  const askToEnd = async (/** @type {Page} */ page) => {
    const ways = page.locator('.desk-way');
    if (await ways.count() > 0) await ways.nth(3).click();
    await page.getByRole('button', { name: /^(Beëindig de sessie|End the session)$/ }).first().click();
    await page.locator('.ask-first').waitFor();
  };
  await show('facilitator', 'ending', path, async (page) => {
    await ready(page);
    await askToEnd(page);
  });

  const results = makeId();
  await wish('set_results_link', { secret: results });
  await wish('end_session');
  await wish('write_answer', { ...about(1), ...second, text: { lang: 'en', text: second?.text }, day });
  await show('facilitator', 'ended', path, async (page) => {
    await ready(page);
    await page.locator('.band').waitFor();
  }, async (page, next) => {
    await page.locator('.band .button').nth(1).click();
    await page.locator('.ask-first').waitFor();
    await next('closing');
    await page.locator('.ask-first .button').last().click();
    await page.locator('.ask-first .button.warn').waitFor();
    await next('closing-surely');
  });
  await show('results', 'ended', `/results#${results}`, (page) => page.locator('.report').first().waitFor());
  await show('results', 'no-secret', '/results', (page) => page.locator('h1').waitFor());

  const live = await stage.session({ title: { lang: 'en', text: 'Dare to ask' }, lobby: true });
  const over = await stage.session();
  const archive = await stage.desk(over);
  assert.equal((await archive.command('end_session')).ok, true);
  assert.equal((await archive.command('close_session')).ok, true);
  const kept = [live, session, over].map((one) => ({
    session: one.session, title: one.title.text, lang: one.title.lang, code: one.code,
    secrets: { facilitator: one.facilitator_secret, presenter: one.presenter_secret }, ...(one === session && { results }),
  }));
  await show('home', 'sessions', '/home', async (page) => {
    await page.evaluate((text) => localStorage.setItem('durf.sessions.1', text), JSON.stringify(kept));
    await page.reload();
    for (const phase of ['lobby', 'ended', 'closed']) await page.locator(`.phase.${phase}`).waitFor();
  }, async (page, next) => {
    for (const [at, phase] of ['lobby', 'ended', 'closed'].entries()) {
      await page.locator('.known-session').nth(at).locator('.button.plain').click();
      await page.locator('.session-menu').waitFor();
      await next(`menu-${phase}`);
      if (phase !== 'closed') await close(page);
    }
    await page.locator('.session-menu .button.warn').click();
    await page.locator('.ask-first').waitFor();
    await next('deleting');
  });
  await show('facilitator', 'closed', `/desk#${over.facilitator_secret}`, (page) => page.getByRole('alert').waitFor());
}
