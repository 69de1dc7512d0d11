// SPDX-License-Identifier: MIT
// Axe on every screen and state, in both languages, light and dark; nothing wider than a narrow phone.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { makeId } from '../end_to_end/lib/ids.mjs';
import { axe, deskSize, phoneSize, projectorSize } from './lib/browser.mjs';
import { long } from './lib/questions.mjs';
import { roundMs, Stage } from './lib/stage.mjs';
import { tour } from './lib/tour.mjs';

const narrowest = { width: 320, height: 640 };
/** What is left of a window of 1280x1024. */
const zoomed = { width: 320, height: 256 };
/** @param {{width: number, height: number}} size @returns {import('./lib/browser.mjs').Look[]} */
const four = (size) => [{ lang: 'nl' }, { lang: 'nl', dark: true }, { lang: 'en' }, { lang: 'en', dark: true }].map((look) => ({ ...look, ...size }));

describe('for everybody', { timeout: 900_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());

  test('axe can find something', async () => {
    const page = await (await stage.person()).open('/anonymity');
    await page.locator('h1').waitFor();
    await page.evaluate(() => document.documentElement.removeAttribute('lang'));
    assert.equal((await axe(page)).length, 1);
  });

  test('at 400 % zoom nothing sticks out, and no bar takes the page away', { timeout: 120_000 }, async () => {
    const session = await stage.session({ moderation: false });
    const desk = await stage.desk(session);
    const [phone] = await stage.phones(session, 1);
    await phone?.ask(phone.think(long));
    await desk.until(() => desk.replica.questions.size === 1, 'the question', 6 * roundMs);
    const secrets = { moderator: makeId(), stage: makeId() };
    for (const [role, secret] of Object.entries(secrets)) assert.equal((await desk.command('create_link', { link: makeId(), role, label: '', secret })).ok, true);
    /** @type {[string, string][]} */ const pages = [
      [`/#${session.join_key}`, '.promise'], [`/desk#${session.facilitator_secret}`, 'li.question'], [`/moderator#${secrets.moderator}`, '.mod-board'],
      [`/stage#${secrets.stage}`, '.stage-question'], ['/home', '#title'], ['/anonymity', 'h1'],
    ];
    const found = [];
    for (const lang of /** @type {const} */ (['nl', 'en'])) {
      for (const [path, part] of pages) {
        const page = await (await stage.person({ ...zoomed, lang })).open(path);
        await page.locator(part).first().waitFor();
        const wrong = await page.evaluate(() => {
          const stays = [...document.querySelectorAll('body *')].filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position));
          const bars = stays.map((element) => ({ name: element.className, high: element.getBoundingClientRect().height })).filter(({ high }) => high > innerHeight / 3);
          return { wide: document.documentElement.scrollWidth - innerWidth, bars };
        });
        if (wrong.wide > 0 || wrong.bars.length > 0) found.push(`${path.split('#')[0]} ${lang}: ${JSON.stringify(wrong)}`);
        await page.close();
      }
    }
    assert.deepEqual(found, []);
  });

  test('axe finds nothing, and nothing sticks out of a narrow screen or is cut off on a wide one', { timeout: 800_000 }, async () => {
    const found = new Map();
    let views = 0;
    await tour(stage, {
      phones: [...four(phoneSize), { lang: 'nl', ...narrowest }],
      desks: [...four(deskSize), { lang: 'nl', ...narrowest }, { lang: 'en', dark: true, ...narrowest }],
      projectors: four(projectorSize),
      pages: [...four(deskSize), { lang: 'nl', ...narrowest }],
    }, async ({ role, state, look, page }) => {
      ++views;
      const where = `${role} ${state} ${look.width} ${look.lang}${look.dark ? ' dark' : ''}`;
      const lines = await axe(page);
      const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const cutOff = await page.locator('.fit > p').evaluateAll((texts) => texts.filter((text) => {
        const [inner, outer] = [text, /** @type {HTMLElement} */ (text.parentElement)].map((element) => element.getBoundingClientRect());
        return inner && outer && (inner.height > outer.height + 1 || text.scrollWidth > outer.width + 1);
      }).length);
      if (cutOff > 0) lines.push('a text that should fit its box does not');
      if (sticksOut > 0) lines.push(`${sticksOut} px too wide`);
      for (const line of lines) found.set(line, [...(found.get(line) ?? []), where]);
    });
    console.log(`axe has seen ${views} views`);
    assert.ok(views > 150, `only ${views} views were seen`);
    assert.deepEqual([...found].map(([line, places]) => `${line} (${places.length} times, first in ${places[0]})`), []);
  });
});
