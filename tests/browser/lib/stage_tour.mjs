// SPDX-License-Identifier: MIT
// The stage in every state that matters, and what it puts on the projector: an evening of its own, from the hat to the end.
import assert from 'node:assert/strict';
import { makeId } from '../../end_to_end/lib/ids.mjs';
import { questions, title, topics } from './questions.mjs';
import { roundMs } from './stage.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {(role: 'stage' | 'presenter', state: string, path: string, prepare: (page: Page) => Promise<unknown>,
 *   after?: (page: Page, next: (state: string) => Promise<void>) => Promise<unknown>) => Promise<void>} Show
 */

/** So many are enough to scroll. */
const asked = questions.slice(0, 8);
const keysOfSheets = /** @type {const} */ ([['q', 'ask-back'], ['w', 'card'], ['?', 'keys']]);

/** @param {import('./stage.mjs').Stage} stage @param {Show} show */
export async function stageTour(stage, show) {
  await show('stage', 'pairing', '/stage', (page) => page.locator('.pairing-big').waitFor());

  const session = await stage.session({ title: { lang: 'nl', text: title }, topics, lobby: true });
  const desk = await stage.desk(session);
  const phones = await stage.phones(session, asked.length);
  const secret = makeId();
  const link = makeId();
  const wish = async (/** @type {string} */ type, /** @type {Record<string, unknown>} */ body = {}) => {
    const reply = await desk.command(type, body);
    assert.equal(reply.ok, true, `${type}: ${reply.code}`);
  };
  await wish('create_link', { link, role: 'stage', label: '', secret });
  const path = `/stage#${secret}`;
  const screen = `/presenter#${session.presenter_secret}`;
  await show('stage', 'lobby', path, (page) => page.locator('.stage-empty').waitFor());

  const places = [...desk.replica.collection('topic')].sort(([, a], [, b]) => a['place'] - b['place']).map(([id]) => id);
  const own = phones.map((phone, number) => phone.think(asked[number]?.[0] ?? ''));
  await Promise.all(phones.map((phone, number) => phone.ask(/** @type {(typeof own)[0]} */ (own[number]), places[asked[number]?.[1] ?? 0])));
  await wish('go_live');
  await desk.until(() => desk.replica.questions.size === asked.length, 'the questions', 6 * roundMs);
  await Promise.all(phones.flatMap((phone, number) => own.slice(0, number).map(({ id }) => phone.upvote(id).reply)));
  await desk.until(() => desk.replica.questions.get(own[0]?.id ?? '')?.['support'] === asked.length, 'the support', 4 * roundMs);
  await show('stage', 'queue', path, (page) => page.locator('.stage-question').waitFor(), async (page, next) => {
    await page.locator('.stage-queue .choice input').nth(1).check();
    await page.locator('.queue-group h3').first().waitFor();
    await next('topics');
    await page.locator('.stage-queue .choice input').nth(2).check();
    await page.locator('.stage-empty').waitFor();
    await next('none-answered');
  });

  const [first, second] = own.map(({ id }) => id);
  await wish('highlight_question', { question: first });
  await wish('set_note', { question: first, note: 'Noem de proef op de vierde verdieping.\nNiet: de cao.' });
  await wish('ask_back', { question: first, text: { lang: 'nl', text: 'Bedoel je vooral de laatste keer, of altijd?' } });
  await show('presenter', 'asked-back', screen, (page) => page.locator('.asked-back').waitFor());
  const reply = await phones[0]?.command('reply_to_ask_back', {
    question: first, place: 0, text: { lang: 'nl', text: 'Altijd. De laatste keer stond het in de krant voordat wij het wisten.' }, secret: own[0]?.secret,
  });
  assert.equal(reply?.ok, true, reply?.code);
  await desk.until(() => [...desk.replica.collection('ask_back').values()].some(({ state }) => state === 'replied'), 'the reply', 6 * roundMs);
  await wish('start_timer', { duration_ms: 300_000 });
  await show('stage', 'answering', path, (page) => page.locator('.exchange-reply').waitFor(), async (page, next) => {
    for (const [key, name] of keysOfSheets) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await next(name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    for (const [at, name] of /** @type {const} */ ([[1, 'timer'], [2, 'more']])) {
      await page.locator('.stage-ways button').nth(at).click();
      await page.getByRole('dialog').waitFor();
      await next(name);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('s');
    await page.locator('.stage-note-form').waitFor();
    await next('note');
  });
  await show('presenter', 'replied', screen, (page) => page.locator('.asked-back-reply').waitFor());
  await wish('write_answer', {
    question: first, text: { lang: 'nl', text: 'Omdat we bang waren voor onrust. Dat was verkeerd.' },
    promise: 'De volgende keer hoort het team het een week eerder dan wie ook.', role: 'Directeur zorg', day: '2026-11-21',
  });
  await wish('mark_answered', { question: first });
  await wish('highlight_question', { question: second });
  await wish('set_screen', { blank: true, join_panel: false });
  await show('stage', 'blank', path, (page) => page.locator('.context-line.warn').waitFor(), async (page, next) => {
    await page.locator('.stage-queue .choice input').nth(2).check();
    await page.locator('.stage-answer').waitFor();
    await next('answered');
  });

  await wish('set_screen', { blank: false, join_panel: false });
  await wish('set_results_link', { secret: makeId() });
  await wish('end_session');
  await show('stage', 'ended', path, (page) => page.locator('.stage-question').waitFor());
  await show('presenter', 'end', screen, (page) => page.locator('.end-main .qr').waitFor());
  await show('stage', 'wrong-link', `/stage#${session.presenter_secret}`, (page) => page.locator('h1').waitFor());
  await wish('revoke_link', { link });
  await show('stage', 'revoked', path, (page) => page.locator('[role=alert]').waitFor());
}
