// SPDX-License-Identifier: MIT
// A phone in a moderated room, in every state that matters: part of the tour.
import { makeId } from '../../end_to_end/lib/ids.mjs';
import { nl } from './phone_page.mjs';
import { long, own, questions, title, topics } from './questions.mjs';
import { roundMs } from './stage.mjs';

/** Like one that is there already, and with all that the hint knows. */
const telling = {
  nl: 'Wie van jullie heeft op 3 mei met Karel Jansen een nachtdienst meegelopen, vroeg ik als enige van 4 mensen?',
  en: 'Who decided about the new system, nobody in our team of 4 nurses was asked on May 3rd, said Karel Jansen?',
};

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {(state: string, path: string,
 *   prepare: (page: import('playwright-core').Page, look: import('./browser.mjs').Look, phone: import('./phone_page.mjs').PhonePage) => Promise<unknown>,
 *   after?: (page: import('playwright-core').Page, phone: import('./phone_page.mjs').PhonePage, next: (state: string) => Promise<void>) => Promise<unknown>) => Promise<void>} show on every look of a phone
 */
export async function participantTour(stage, show) {
  const session = await stage.session({ title: { lang: 'nl', text: title }, topics, moderation: true });
  const join = `/#${session.join_key}`;
  const facilitator = await stage.desk(session);
  const texts = [...questions.slice(0, 9).map(([text]) => text), long];
  const phones = await stage.phones(session, texts.length);
  await Promise.all(texts.map((text, number) => {
    const phone = /** @type {import('../../end_to_end/lib/phone.mjs').Phone} */ (phones[number]);
    return phone.ask(phone.think(text));
  }));
  await facilitator.until(() => facilitator.replica.questions.size === texts.length, 'all questions', 4 * roundMs);
  const idOf = (/** @type {string} */ text) => [...facilitator.replica.questions].find(([, question]) => question['text'] === text)?.[0] ?? '';
  const wish = (/** @type {string} */ type, /** @type {number} */ number, more = {}) => facilitator.command(type, { question: idOf(texts[number] ?? ''), ...more });
  for (const number of [0, 1, 2, 3, 4, 7, 8, 9]) await wish('approve_question', number);
  await wish('refuse_question', 5, { reason: 'about_a_person' });
  await wish('refuse_question', 6, { reason: 'off_topic' });
  await wish('pin_question', 2, { pinned: true });
  await wish('archive_question', 3, { archived: true });
  await wish('ask_back', 1, { text: { lang: 'nl', text: 'Bedoel je van de directie, of van iedereen op kantoor?' } });
  await wish('highlight_question', 0);
  await wish('mark_answered', 0);
  await wish('write_answer', 0, {
    text: { lang: 'nl', text: 'Omdat we pas willen vertellen wat zeker is. Dat duurt te lang, daar heb je gelijk in.' },
    promise: 'Vanaf nu hoor je elke maand wat er nog niet is besloten.', role: 'directeur zorg', day: '2026-11-21',
  });
  await wish('highlight_question', 9);
  await wish('ask_back', 9, { text: { lang: 'nl', text: 'Welke afdeling bedoel je?' } });
  await wish('redact_question', 4, { from: 0, count: 3, of: [...texts[4] ?? ''].length });
  await facilitator.until(() => facilitator.replica.session['tally_refused'] === 2, 'the tally', 4 * roundMs);

  await show('moderated', join, async (page, _, phone) => {
    await phone.understand();
    await page.locator('.tally').waitFor();
  }, async (page, phone, next) => {
    await page.locator('.tally summary').click();
    await page.locator('.tally').scrollIntoViewIfNeeded();
    await next('tally');
    for (const order of ['answered', 'archived']) {
      await page.locator('.controls select').first().selectOption(order);
      await page.locator('.below').last().waitFor();
      await next(`list-${order}`);
    }
    const lang = phone.words === nl ? 'nl' : 'en';
    await phone.write(telling[lang]);
    await page.locator('.advice-part').first().waitFor();
    await next('advice');
    const text = `${own[lang]} ${makeId().slice(0, 4)}`;
    await page.locator('#question').fill(text);
    await phone.button(phone.words.ask).click();
    await page.locator('.in-hat[data-stage=held]').waitFor();
    // With two others they are three, and come out with the next round.
    await Promise.all(phones.slice(0, 2).map((one) => one.ask(one.think(`${text}?`))));
    await facilitator.until(() => idOf(text), 'the question', 4 * roundMs);
    await phone.showOwn();
    const stage = page.locator('.own-stage');
    await stage.getByText(/moderator/).waitFor();
    await next('own-pending');
    await facilitator.command('refuse_question', { question: idOf(text), reason: 'unclear' });
    await stage.getByText(/Red?en|Reason/).waitFor();
    await next('own-refused');
    await facilitator.command('restore_question', { question: idOf(text) });
    await facilitator.command('approve_question', { question: idOf(text) });
    await facilitator.command('ask_back', { question: idOf(text), text: { lang: 'nl', text: 'Wat bedoel je daarmee?' } });
    await page.locator('.own-form').waitFor();
    await next('own-asked-back');
    await facilitator.command('highlight_question', { question: idOf(text) });
    await facilitator.command('mark_answered', { question: idOf(text) });
    await page.locator('.own-judge').waitFor();
    await next('own-answered');
    await wish('highlight_question', 9);
  });

  await facilitator.command('set_results_link', { secret: makeId() });
  await facilitator.command('end_session');
  await show('ended', join, async (page, _, phone) => {
    await phone.understand();
    await page.locator('.ended').waitFor();
  });
  await facilitator.command('close_session');
  await show('closed', join, (page) => page.locator('.hat-empty').waitFor());
}
