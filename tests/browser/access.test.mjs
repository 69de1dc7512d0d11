// SPDX-License-Identifier: MIT
// Axe on every screen and state, in both languages, light and dark; nothing wider than a narrow phone; all of it readable enlarged.
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
/**
 * What somebody who has enlarged a page cannot read there: it lies outside, behind a bar that stays, or is cut off; or has to be
 * moved in two directions for it. @param {import('playwright-core').Page} page
 */
const outOfReach = (page) => page.evaluate(() => {
  const lines = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) lines.push(`${wide} px too wide`);
  for (const element of document.querySelectorAll('body *')) {
    const { position, overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const name = `${element.localName}.${element.className}`;
    if (!element.checkVisibility() || (width <= 1 && height <= 1)) continue;  // what only screen readers find
    if ((position === 'fixed' || position === 'sticky') && !element.closest('dialog') && height > innerHeight / 3) lines.push(`${name} stays, ${height} px high`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
      if (overflowX === 'auto' || overflowX === 'scroll') lines.push(`${name} has to be moved sideways`);
      else if (overflowX !== 'visible' && !(element instanceof HTMLInputElement)) lines.push(`${name} is cut off on the right`);
    }
    const hides = overflowY === 'hidden' || overflowY === 'clip';
    if (hides && webkitLineClamp === 'none' && element.scrollHeight > element.clientHeight + 1 && element.textContent) lines.push(`${name} is cut off below`);
  }
  return [...new Set(lines)];
});
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

  test('what lies out of reach is found', async () => {
    const page = await (await stage.person({ ...zoomed })).open('/help');
    await page.locator('h1').waitFor();
    assert.deepEqual(await outOfReach(page), []);
    await page.evaluate(() => {
      const plant = (/** @type {Partial<CSSStyleDeclaration>} */ style, text = '', parent = document.body) => {
        const element = document.createElement('div');
        element.textContent = text;
        Object.assign(element.style, style);
        parent.append(element);
        return element;
      };
      plant({ position: 'fixed', top: '0', height: '50vh' });
      plant({ width: '400px' }, 'wide', plant({ overflowX: 'auto', width: '50px' }));
      plant({ overflow: 'hidden', whiteSpace: 'nowrap', width: '60px' }, 'wider than its box');
      plant({ overflow: 'hidden', width: '40px', height: '20px' }, 'word word word');
      plant({ width: '400px', height: '1px' });
    });
    const found = (await outOfReach(page)).join('\n');
    for (const what of [/stays, 128 px/, /moved sideways/, /off on the right/, /off below/, /px too wide/]) assert.match(found, what);
  });

  test('at 400 % zoom nothing sticks out or is cut off, nothing is read in two directions, and no bar takes the page away', { timeout: 180_000 }, async () => {
    const session = await stage.session({ moderation: false });
    const desk = await stage.desk(session);
    const [phone] = await stage.phones(session, 1);
    await phone?.ask(phone.think(long));
    await desk.until(() => desk.replica.questions.size === 1, 'the question', 6 * roundMs);
    const secrets = { moderator: makeId(), stage: makeId() };
    for (const [role, secret] of Object.entries(secrets)) assert.equal((await desk.command('create_link', { link: makeId(), role, label: '', secret })).ok, true);
    const results = makeId();
    assert.equal((await desk.command('set_results_link', { secret: results })).ok, true);
    const [question] = desk.replica.questions.keys();
    assert.equal((await desk.command('highlight_question', { question })).ok, true);
    assert.equal((await desk.command('ask_back', { question, text: { lang: 'nl', text: long } })).ok, true);
    /** What a person does there before it is looked at again. @type {Record<string, (page: import('playwright-core').Page) => Promise<unknown>>} */
    const deeds = {
      '/': async (page) => {
        await page.locator('.promise button').click();
        await page.locator('.dock button').click();
        await page.locator('textarea:focus').fill(long);
      },
      '/desk': (page) => page.keyboard.press('?').then(() => page.getByRole('dialog').waitFor()),
      '/moderator': (page) => page.keyboard.press('2').then(() => page.locator('.mod-item').waitFor()),
      '/stage': (page) => page.keyboard.press('q').then(() => page.getByRole('dialog').waitFor()),
    };
    /** @type {[string, string][]} */ const pages = [
      [`/#${session.join_key}`, '.promise'], [`/desk#${session.facilitator_secret}`, 'li.question'], [`/moderator#${secrets.moderator}`, '.mod-board'],
      [`/stage#${secrets.stage}`, '.stage-question'], ['/home', '#title'], ['/anonymity', 'h1'], ['/help', 'h1'], ['/', '#code'], [`/results#${results}`, '.report'],
    ];
    const found = [];
    for (const [path, part] of pages) {
      const where = path.split('#')[0] ?? '';
      if (where === '/results') assert.equal((await desk.command('end_session')).ok, true);
      for (const lang of /** @type {const} */ (['nl', 'en'])) {
        const page = await (await stage.person({ ...zoomed, lang })).open(path);
        await page.locator(part).first().waitFor();
        found.push(...(await outOfReach(page)).map((line) => `${where} ${lang}: ${line}`));
        if (path !== '/') await deeds[where]?.(page);
        found.push(...(await outOfReach(page)).map((line) => `${where} ${lang}, in use: ${line}`));
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
