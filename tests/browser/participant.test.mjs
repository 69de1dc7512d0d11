// SPDX-License-Identifier: MIT
// A phone in a moderated room, in real browsers before the real server: what becomes of one's own question, support that follows a
// merge, what is asked back, advice before sending, the end, and a phone that is wiped when the session closes.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { makeId } from '../end_to_end/lib/ids.mjs';
import { axe, eventually } from './lib/browser.mjs';
import { en, nl, PhonePage } from './lib/phone_page.mjs';
import { roundMs, Stage } from './lib/stage.mjs';

const rounds = (/** @type {number} */ count) => ({ timeout: count * roundMs + 5_000 });
/** Phones are told so long after a merge, and take up to a round to carry their support over. */
const toldMs = 10_000;

describe('a phone', { timeout: 400_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());

  /** A session with its facilitator, and somebody who takes part in it. @param {Record<string, unknown>} change @param {import('./lib/browser.mjs').Look} [look] */
  const arrive = async (change, look) => {
    const session = await stage.session({ moderation: false, ...change });
    const facilitator = await stage.desk(session);
    const person = await stage.person(look);
    const phone = await PhonePage.scan(person, session.join_key, look?.lang === 'en' ? en : nl);
    await phone.understand();
    const idOf = (/** @type {string} */ text) => [...facilitator.replica.questions].find(([, question]) => question['text'] === text)?.[0] ?? '';
    return { session, facilitator, person, phone, page: phone.page, idOf, out: (/** @type {string} */ text) => facilitator.until(() => idOf(text), text, 5 * roundMs) };
  };
  /** Asks each text from a phone of its own. */
  const ask = async (/** @type {{join_key: string}} */ session, /** @type {string[]} */ texts) => {
    const phones = await stage.phones(session, texts.length);
    const asked = phones.map((phone, number) => ({ phone, question: phone.think(texts[number] ?? '') }));
    await Promise.all(asked.map(({ phone, question }) => phone.ask(question)));
    return asked;
  };
  const assertAccessible = async (/** @type {import('playwright-core').Page} */ page) => assert.deepEqual(await axe(page), []);

  test('[B7] tells what a moderator does with its question, and the tally is open to all', { timeout: 90_000 }, async () => {
    const { session, facilitator, phone, page, idOf, out } = await arrive({ moderation: true });
    const mine = 'Waarom duurt alles hier zo lang?';
    await phone.write(mine);
    await page.getByText('Na de ronde kijkt een moderator er eerst naar.').waitFor();
    await phone.button(nl.ask).click();
    await ask(session, ['Mag het iets stiller?', 'Wie maakt het rooster?']);
    await out(mine);
    await page.getByRole('status').getByText('Een moderator kijkt er eerst naar.').first().waitFor();
    await phone.showOwn();
    const own = page.locator('.own-item');
    await own.getByText('Is uit de hoed. Een moderator kijkt er eerst naar.').waitFor();
    assert.equal(await phone.cards().count(), 0, 'nobody sees what waits');

    await facilitator.command('refuse_question', { question: idOf(mine), reason: 'unclear' });
    await own.getByText('Een moderator heeft dit niet toegelaten. Reden: niet duidelijk.').waitFor();
    await facilitator.command('restore_question', { question: idOf(mine) });
    await facilitator.command('approve_question', { question: idOf(mine) });
    await own.getByText('Is uit de hoed. Je eigen steun telt al mee.').waitFor();
    await phone.card(mine).waitFor();
    await facilitator.command('refuse_question', { question: idOf('Mag het iets stiller?'), reason: 'off_topic' });
    await page.locator('.tally').getByText('3 uit de hoed').waitFor(rounds(2));
    await page.locator('.tally').getByText('0 samengevoegd').waitFor();
    await page.locator('.tally summary').click();
    await page.locator('.tally').getByText('1 past niet bij deze sessie').waitFor();

    await facilitator.command('pin_question', { question: idOf(mine), pinned: true });
    await phone.card(mine).getByText('Bovenaan gezet').waitFor();
    await facilitator.command('redact_question', { question: idOf(mine), from: 0, count: 6, of: [...mine].length });
    await phone.card('███ duurt alles').getByText('Een moderator heeft een deel afgedekt').waitFor();
    // Nor does the phone that it was written on keep it.
    await own.getByText('███ duurt alles hier zo lang?').waitFor();
    await own.getByText('Ook op deze telefoon is dat deel gewist.').waitFor();
    const kept = () => page.evaluate(() => Object.values(localStorage).join());
    assert.doesNotMatch(await kept(), /Waarom duurt/);
    assert.match(await kept(), /███ duurt/);
    await assertAccessible(page);
  });

  for (const lang of /** @type {const} */ (['nl', 'en'])) {
    test(`carries its support over when questions are merged (${lang})`, { timeout: 90_000 }, async () => {
      const { session, facilitator, phone, page, idOf, out } = await arrive({}, { lang });
      const [first, second] = ['Wanneer gaan we verhuizen?', 'Wanneer is de verhuizing?'];
      await ask(session, [first, second, 'Wie kiest de kleuren?']);
      await out(second);
      await page.getByRole('button', { name: phone.words.fresh }).or(phone.card(second)).first().waitFor();
      await phone.pill(second).click();
      await facilitator.until(() => facilitator.replica.questions.get(idOf(second))?.['support'] === 2, 'the support', 3 * roundMs);
      await facilitator.command('merge_question', { question: idOf(second), into: idOf(first) });
      await page.getByText(lang === 'nl' ? `Samengevoegd met: “${first}”` : `Merged with: “${first}”`).waitFor({ timeout: toldMs + 5_000 });
      await eventually(async () => await phone.pill(first).getAttribute('aria-pressed') === 'true', 'the support to follow', 2 * roundMs);
      // Its author is a phone on a wire that does not follow: two of the three supporters are the most that can be known.
      await eventually(async () => await phone.support(first) === 2, 'the support to be shown', 3 * roundMs);
      await page.reload();
      await phone.card(first).waitFor();
      assert.equal(await phone.pill(first).getAttribute('aria-pressed'), 'true');
    });
  }

  test('replies to what is asked back, judges the answer, asks to hide, and is wiped at the close', { timeout: 120_000 }, async () => {
    const { session, facilitator, person, phone, page, idOf, out } = await arrive({});
    const mine = 'Waarom horen we nooit iets terug?';
    const reply = 'Het gaat om de uitslag van het onderzoek.';
    await phone.ask(mine);
    await ask(session, ['Wat kost dit?', 'Wie beslist?']);
    await out(mine);
    await phone.card(mine).waitFor();
    await facilitator.command('ask_back', { question: idOf(mine), text: { lang: 'nl', text: 'Waarover dan?' } });
    await phone.card(mine).getByText('Waarover dan?').waitFor();
    await page.locator('.own summary').getByText('Er is iets teruggevraagd.').waitFor();
    await phone.showOwn();
    const own = page.locator('.own-item');
    const field = own.getByLabel('Jouw antwoord');
    await phone.pill('Wat kost dit?').click();
    const toast = page.locator('.toast');
    await toast.waitFor();
    await field.fill('Ik ben Karel Jansen, als enige op kamer 12 sinds 3 mei');
    const [message, written] = [await toast.boundingBox(), await field.boundingBox()];
    assert.ok(message && written && message.y >= 0 && message.y + message.height <= written.y, 'a message does not lie over what is being written');
    for (const hint of ['“Karel Jansen” lijkt een naam of plaats.', '“3 mei” zegt wanneer het was.', '“kamer 12” kan over maar een paar mensen gaan.', '“als enige” wijst één persoon aan.']) {
      await own.locator('.advice').getByText(hint).waitFor();
    }
    await assertAccessible(page);
    await field.fill(reply);
    await own.locator('.advice li').first().waitFor({ state: 'detached' });
    await page.reload();
    await phone.showOwn();
    assert.equal(await own.getByLabel('Jouw antwoord').inputValue(), reply, 'what was typed is kept');
    await assertAccessible(page);
    await own.getByRole('button', { name: 'Verstuur je antwoord' }).click();
    await own.getByText('Je antwoord ligt in de hoed.').waitFor();
    await phone.card(mine).getByText(reply).waitFor(rounds(4));

    await facilitator.command('highlight_question', { question: idOf(mine) });
    await own.getByText('Is nu aan de beurt.').waitFor();
    await page.locator('.now').getByText(reply).waitFor();
    await own.getByRole('button', { name: 'Vraag om te verbergen' }).click();
    await own.getByText('Je hebt gevraagd om deze vraag te verbergen.').waitFor();
    await facilitator.until(() => facilitator.replica.questions.get(idOf(mine))?.['hiding_wished'] === true, 'the wish', 3 * roundMs);
    await facilitator.command('mark_answered', { question: idOf(mine) });
    await facilitator.command('write_answer', { question: idOf(mine), text: { lang: 'nl', text: 'Dat klopt.' }, promise: 'Voor 1 mei hoor je het.', role: 'directeur', day: '2026-11-21' });
    await own.getByLabel('Deels').check();
    await own.getByText(/^Meegeteld\./).waitFor();
    await page.locator('.controls select').first().selectOption('answered');
    await phone.card(mine).getByText('Voor 1 mei hoor je het.').waitFor();
    await phone.card(mine).getByText('directeur · 21 november 2026').waitFor();
    assert.equal(await phone.pill(mine).isDisabled(), true);
    await assertAccessible(page);

    const results = makeId();
    await facilitator.command('set_results_link', { secret: results });
    await facilitator.command('end_session');
    await page.getByRole('heading', { name: 'De sessie is afgelopen' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Open de resultaten' }).getAttribute('href'), `/results#${results}`);
    assert.equal(await phone.button(nl.ask).count(), 0);
    await assertAccessible(page);

    await facilitator.command('close_session');
    await page.getByRole('heading', { name: 'De hoed is leeg.' }).waitFor();
    const left = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('durf.member')));
    assert.deepEqual(left, []);
    assert.equal(page.url(), `${person.origin}/`);
    assert.equal(await page.title(), 'Durf');
    await assertAccessible(page);
  });

  test('has its button at the bottom again when the keyboard, which lies over the page, goes with the field', { timeout: 60_000 }, async () => {
    const { phone, page } = await arrive({});
    const keyboard = 300;
    const above = async () => {
      const dock = await page.locator('.dock').boundingBox();
      return (page.viewportSize()?.height ?? 0) - (dock ? dock.y + dock.height : 0);
    };
    await phone.write('Waarom is de koffie op?');
    await page.evaluate((covered) => {
      const seen = window.visualViewport;
      if (!seen) throw new Error('this browser does not tell what is seen');
      Object.defineProperty(seen, 'height', { value: seen.height - covered });
      seen.dispatchEvent(new Event('resize'));
    }, keyboard);
    await eventually(async () => await above() === keyboard, 'the field above the keyboard');
    await phone.button('Sluit').click();
    await eventually(async () => await above() === 0, 'the button at the bottom');
  });

  for (const [lang, words, text, twin] of /** @type {const} */ ([
    ['nl', nl, 'Wanneer wordt de overdracht betaald?', 'Wordt die overdracht van 12 maart ooit betaald, vraagt Fatima?'],
    ['en', en, 'When will the handover be paid?', 'Will the handover of March 12 be paid, asks Fatima?'],
  ])) {
    test(`advises before sending, and keeps nobody from it (${lang})`, { timeout: 60_000 }, async () => {
      const { session, facilitator, phone, page, out } = await arrive({}, { lang });
      await ask(session, [text, 'Wie beslist?', 'Wat kost dit?']);
      await out(text);
      await phone.write(twin);
      const advice = page.locator('.advice');
      await advice.getByText(lang === 'nl' ? '“12 maart” zegt wanneer het was.' : '“March 12” tells when it was.').waitFor();
      await advice.getByText(lang === 'nl' ? '“Fatima” lijkt een naam of plaats.' : '“Fatima” looks like a name or a place.').waitFor();
      await advice.getByText(text).waitFor();
      await assertAccessible(page);
      await advice.getByRole('button', { name: lang === 'nl' ? 'Steun deze' : 'Support this one' }).click();
      assert.equal(await phone.pill(text).getAttribute('aria-pressed'), 'true');
      assert.equal(await page.locator('#question').inputValue(), twin, 'nothing changes by itself');
      await phone.button(words.ask).click();
      await page.getByText(words.held).waitFor();
      assert.equal(facilitator.replica.questions.size, 3);
    });
  }
});
