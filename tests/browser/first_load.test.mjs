// SPDX-License-Identifier: MIT
// How much a phone loads before its owner does anything, measured in the browser; and that whoever does something before the rest
// is there, or before there is a network, gets what was tapped for.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { eventually } from './lib/browser.mjs';
import { en, nl, PhonePage } from './lib/phone_page.mjs';
import { roundMs, Stage } from './lib/stage.mjs';

/** @typedef {import('playwright-core').Page} Page */

const firstLoadBytesMax = 20 * 1_024;
const timerMs = 300_000;
/** From so many questions on the list has a field to search in. */
const withSearch = 8;

describe('the first load of a phone', { timeout: 240_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());

  /** A session in which nine have asked and the facilitator has set a timer: as full as it gets before anyone joins in. */
  async function busySession() {
    const session = await stage.session();
    const desk = await stage.desk(session);
    const phones = await stage.phones(session, withSearch + 1);
    await Promise.all(phones.map((phone, number) => phone.ask(phone.think(`Vraag ${number} van een ander`)).reply));
    await desk.until(() => desk.replica.questions.size === phones.length, 'the questions', 6 * roundMs);
    await desk.command('start_timer', { duration_ms: timerMs });
    return session;
  }

  /** What the page has loaded until now, each file with the bytes of its body as they came over the wire. @param {Page} page */
  async function loaded(page) {
    await page.waitForLoadState('networkidle');
    const files = await page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => /** @type {PerformanceResourceTiming} */ (entry))
      .map(({ name, encodedBodySize, transferSize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize, fromCache: transferSize === 0 })));
    assert.deepEqual(files.filter(({ bytes }) => bytes === 0), [], 'every file was measured');
    return files;
  }

  /** What comes over the socket does not count: it is the session and not the page. @param {Page} page @param {string} whose */
  async function assertSmall(page, whose) {
    const files = await loaded(page);
    const list = files.map(({ path, bytes }) => `${bytes} ${path}`).join(', ');
    const sum = files.reduce((total, { bytes }) => total + bytes, 0);
    console.log(`${whose}: ${sum} bytes (${list})`);
    assert.equal(files.length, 4, `document, script, style, icon: ${list}`);
    assert.ok(sum <= firstLoadBytesMax, list);
  }

  test('with a link is at most 20 KiB, and a tap brings the rest', async () => {
    const session = await busySession();
    const person = await stage.person();
    const phone = await PhonePage.scan(person, session.join_key);
    await phone.cards().nth(withSearch).waitFor();
    await phone.page.getByRole('timer').waitFor();
    await assertSmall(phone.page, 'with a link');

    await phone.button(nl.ask).click();
    await phone.page.locator('textarea:focus').waitFor();
    const late = (await loaded(phone.page)).filter(({ path }) => /later/i.test(path));
    assert.equal(late.filter(({ fromCache }) => !fromCache).length, 2, `script and style, each once over the wire: ${late.map(({ path }) => path).join(', ')}`);
  });

  test('without a link is at most 20 KiB, the form included', async () => {
    const { code } = (await stage.desk(await stage.session())).replica.session;
    const page = await (await stage.person()).open('/');
    await page.getByLabel('Code van het scherm').waitFor();
    await assertSmall(page, 'without a link');

    await page.getByLabel('Code van het scherm').fill(String(code));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: nl.ask }).waitFor();
  });

  test('the list stays where it is when the rest comes', async () => {
    const session = await busySession();
    const phone = await PhonePage.scan(await stage.person(), session.join_key);
    await phone.understand();
    await phone.page.locator('.controls select').first().waitFor();
    const settled = await phone.cards().first().boundingBox();

    // Somebody else's phone, on which the card was read before and nothing else was done.
    const other = await stage.person();
    await other.context.addInitScript(() => { if (location.protocol.startsWith('http')) localStorage.setItem('durf.promise.1', '1'); });
    const fresh = await PhonePage.scan(other, session.join_key);
    await fresh.cards().nth(withSearch).waitFor();
    assert.equal(await fresh.page.locator('.controls select').count(), 0);
    assert.equal((await fresh.cards().first().boundingBox())?.y, settled?.y);
  });

  test('a vote that was tapped first counts, and is explained when the words have come', async () => {
    const session = await busySession();
    const phone = await PhonePage.scan(await stage.person(), session.join_key);
    const text = 'Vraag 0 van een ander';
    await phone.pill(text).click();
    assert.equal(await phone.pill(text).getAttribute('aria-pressed'), 'true');
    await phone.page.getByText('Je stem telt mee vanaf de volgende ronde.').waitFor();
    await eventually(async () => await phone.support(text) === 2, 'the vote to count', 3 * roundMs);
  });

  test('on a slow network a tap is answered at once, and the field opens when it has come', async () => {
    const session = await stage.session();
    const phone = await PhonePage.scan(await stage.person(), session.join_key);
    let letGo = () => {};
    const held = new Promise((/** @type {(_: void) => void} */ resolve) => { letGo = resolve; });
    await phone.page.route('**/assets/later-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await phone.button(nl.ask).click();
    await phone.page.locator('button[aria-busy=true]').getByText('Een ogenblik').waitFor();
    letGo();
    await phone.page.locator('textarea:focus').waitFor();
  });

  for (const [lang, words, lost] of /** @type {const} */ ([['nl', nl, 'Geen verbinding.'], ['en', en, 'No connection.']])) {
    test(`a network that goes before the first touch is told, and the tap is kept until it is back (${lang})`, { timeout: 60_000 }, async () => {
      const session = await stage.session();
      const person = await stage.person({ lang });
      const phone = await PhonePage.scan(person, session.join_key, words);
      await phone.button(words.ask).waitFor();
      await stage.pullThePlug();
      await phone.page.getByRole('status').getByText(lost).waitFor();
      assert.equal(await phone.page.locator('.foot').count(), 0, 'nobody has touched it');
      await phone.button(words.ask).click();
      await phone.page.locator('button[aria-busy=true]').waitFor();
      await stage.server.start();
      await phone.page.locator('textarea:focus').waitFor();
    });
  }

  test('when the network is back, what failed is asked for at once', async () => {
    const session = await stage.session();
    const person = await stage.person();
    // Without the clock that asks again every while.
    await person.context.addInitScript(() => {
      const later = globalThis.setTimeout;
      globalThis.setTimeout = /** @type {typeof setTimeout} */ ((/** @type {() => void} */ run, /** @type {number} */ ms) => ms === 2_000 ? 0 : later(run, ms));
    });
    const phone = await PhonePage.scan(person, session.join_key);
    await phone.button(nl.ask).waitFor();
    await person.setOffline(true);
    await phone.button(nl.ask).click();
    await phone.page.getByRole('status').getByText('Geen verbinding.').waitFor();
    await person.setOffline(false);
    await phone.page.locator('textarea:focus').waitFor();
  });

  test('a rehearsal says so before the first touch', async () => {
    const session = await stage.session({ rehearsal: true });
    const { page } = await PhonePage.scan(await stage.person(), session.join_key);
    await page.getByText('Repetitie. Wat je nu vraagt, wordt straks weggegooid.').waitFor();
  });
});
