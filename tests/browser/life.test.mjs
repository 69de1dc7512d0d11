// SPDX-License-Identifier: MIT
// The life of a session in real browsers: made on the home page, moderated and answered from the facilitator's own desk, ended, read
// on the results page, closed, deleted; and the links by which others help.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { makeId } from '../end_to_end/lib/ids.mjs';
import { axe, deskSize, eventually, phoneSize } from './lib/browser.mjs';
import { roundMs, Stage } from './lib/stage.mjs';

const texts = ['Waarom krijgen flexwerkers geen uitkering?', 'Wanneer komt het nieuwe roostersysteem?', 'Wie beslist over de nachtdienst?'];
const promise = 'Voor 1 februari ligt er een voorstel.';
/** @typedef {import('playwright-core').Page} Page */

const button = (/** @type {Page} */ page, /** @type {string | RegExp} */ name) => page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
const dialog = (/** @type {Page} */ page) => page.getByRole('dialog').last();
const noneWrong = async (/** @type {Page} */ page, /** @type {string} */ where) => assert.deepEqual(await axe(page), [], where);
const secretOf = (/** @type {Page} */ page) => new URL(page.url()).hash.slice(1);

describe('the life of a session', { timeout: 400_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());

  for (const [lang, lost, moderate] of /** @type {const} */ ([['nl', 'Geen verbinding.', 'Modereren'], ['en', 'No connection.', 'Moderate']])) {
    test(`a network that goes before the first touch of a desk is told, and what was tapped comes when it is back (${lang})`, { timeout: 60_000 }, async () => {
      const session = await stage.session();
      const page = await (await stage.person({ lang, ...phoneSize })).open(`/desk#${session.facilitator_secret}`);
      await page.locator('.primary-action').waitFor();
      const hasCome = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /afterFirstTouch.*\.js$/.test(name)));
      assert.equal(await hasCome(), false, 'nobody has touched it');
      await stage.pullThePlug();
      await page.getByRole('status').getByText(lost).waitFor();
      await button(page, moderate).click();
      await page.locator('.no-desk-loading').waitFor();
      await stage.server.start();
      await page.locator('.mod-board').waitFor();
      assert.equal(await hasCome(), true);
    });

    test(`files of a desk that fail alone are told as well, and asked for again (${lang})`, { timeout: 60_000 }, async () => {
      const session = await stage.session();
      const person = await stage.person({ lang, ...phoneSize });
      const page = await person.open(`/desk#${session.facilitator_secret}`);
      await page.locator('.primary-action').waitFor();
      person.offline = true;  // as far as these files go
      await page.route('**/assets/**', (route) => route.abort('internetdisconnected'));
      await button(page, moderate).click();
      await page.getByRole('status').getByText(lost).waitFor();
      await page.unroute('**/assets/**');
      await page.locator('.mod-board').waitFor();
      await eventually(async () => await page.getByText(lost).count() === 0, 'the notice to go');
    });
  }

  test('on a phone the menu of a session at home has no line of its own', { timeout: 60_000 }, async () => {
    const session = await stage.session();
    const known = [{
      session: session.session, title: session.title.text, lang: session.title.lang, code: session.code,
      secrets: { facilitator: session.facilitator_secret, presenter: session.presenter_secret },
    }];
    for (const look of /** @type {import('./lib/browser.mjs').Look[]} */ ([{ ...phoneSize }, { ...phoneSize, lang: 'en' }, { width: 320, height: 640 }])) {
      const page = await (await stage.person(look)).open('/home');
      await page.evaluate((text) => localStorage.setItem('durf.sessions.1', text), JSON.stringify(known));
      await page.reload();
      await page.locator('.phase.live').waitFor();
      const tops = await page.locator('.known-session .row .button').evaluateAll((buttons) => buttons.map((one) => Math.round(one.getBoundingClientRect().top)));
      assert.equal(tops.length, 3);
      assert.equal(tops.filter((top) => top === tops.at(-1)).length, 2, `${look.width} ${look.lang}: ${tops}`);
    }
  });

  test('from the first click to the receipt of its deletion', { timeout: 150_000 }, async () => {
    const person = await stage.person({ lang: 'nl', ...deskSize });
    const page = await person.open('/home');
    await page.locator('#title').fill('Durf te Vragen: herfst');
    await page.locator('#round').fill(String(roundMs / 1000));
    await page.getByText('Eerst kijken, dan tonen').click();
    await button(page, 'Maak de sessie').click();
    await page.locator('.primary-action').waitFor();

    // Moderated: what comes out of the hat waits, and the facilitator alone can let it through.
    const desk = await stage.desk({ facilitator_secret: secretOf(page) });
    const phones = await stage.phones({ join_key: desk.welcome.join_key }, texts.length);
    await Promise.all(phones.map((phone, at) => phone.ask(phone.think(/** @type {string} */ (texts[at])))));
    await button(page, 'Begin de sessie').click();
    await page.locator('.desk-count').waitFor({ timeout: 4 * roundMs });
    assert.equal(await page.locator('li.question').count(), 0, 'what waits is not in the list');
    await button(page, /^Modereren/).click();
    for (let left = texts.length; left > 0; --left) {
      await button(page, /^Keur goed/).first().click();
      await eventually(async () => await button(page, /^Keur goed/).count() === left - 1, 'the question to be let through');
    }
    await noneWrong(page, 'moderation on the desk');
    await button(page, 'Vragen').click();
    await eventually(async () => await page.locator('li.question').count() === texts.length, 'the questions');

    // Answered in writing, from the list.
    await page.getByRole('button', { name: `Meer over: ${texts[0]}` }).click();
    await noneWrong(page, 'more about a question');
    await button(page, 'Schrijf het antwoord op').click();
    await dialog(page).locator('textarea').nth(0).fill('Dat is zo gegroeid.');
    await dialog(page).locator('textarea').nth(1).fill(promise);
    await dialog(page).locator('button[type=submit]').click();
    await page.locator('li.question').filter({ hasText: texts[0] }).getByText('Antwoord opgeschreven').waitFor();

    // Named and kept as the facilitator wants.
    await button(page, 'Wijzig de titel').click();
    await dialog(page).locator('input').fill('Durf te Vragen: winter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Durf te Vragen: winter' }).waitFor();
    const code = await page.locator('.join-code b').innerText();
    await button(page, 'Kies een andere code').click();
    await button(page, 'Geef een andere code').click();
    await eventually(async () => await page.locator('.join-code b').innerText() !== code, 'another code');
    await page.locator('#keep-days').fill('91');
    await page.keyboard.press('Enter');
    await page.getByText('Kies een getal van 1 tot en met 90.').waitFor();
    await page.locator('#keep-days').fill('30');
    await page.keyboard.press('Enter');
    await page.getByText('De sessie blijft na afloop 30 dagen bewaard.').waitFor();

    // Ended, taken back, ended.
    const end = async () => {
      await button(page, 'Beëindig de sessie').click();
      await noneWrong(page, 'asking about the end');
      await dialog(page).getByRole('button', { name: 'Beëindig de sessie' }).click();
      await page.locator('.band').waitFor();
    };
    await end();
    await page.locator('.toast').getByRole('button', { name: 'Maak ongedaan' }).click();
    await page.locator('.band').waitFor({ state: 'detached' });
    await end();
    await noneWrong(page, 'an ended session');

    // What came of it, for anyone with the link.
    const results = await page.locator('.results-panel a').getAttribute('href') ?? '';
    const readers = await stage.person({ lang: 'en', ...phoneSize });
    const reader = await readers.open(results);
    await reader.getByRole('heading', { level: 1, name: 'Durf te Vragen: winter' }).waitFor();
    assert.equal(await reader.locator('.promise-text').innerText(), promise);
    assert.equal(await reader.locator('#later ~ ul .report').count(), 1);
    assert.equal(await reader.locator('#open ~ ul .report').count(), texts.length - 1);
    await reader.getByText('Something may still be added').waitFor();
    await noneWrong(reader, 'the results');
    await reader.getByRole('button', { name: `To the question: ${texts[0]}` }).click();
    assert.equal(await reader.evaluate(() => document.activeElement?.querySelector('h3')?.textContent), texts[0]);
    assert.equal(new URL(reader.url()).hash, new URL(results, stage.server.origin).hash, 'the address keeps its secret');

    // Closed in two steps; every screen hears of it.
    await button(page, 'Sluit de sessie').click();
    await button(page, 'Ga verder').click();
    await noneWrong(page, 'asking about closing');
    await button(page, 'Sluit voorgoed').click();
    await page.getByRole('heading', { name: 'De hoed is leeg' }).waitFor();
    await reader.reload();
    await reader.getByText('The session is closed. Nothing changes here any more.').waitFor();
    assert.equal(await reader.locator('.promise-text').innerText(), promise);

    // From home: what is left, a copy of the settings, and then nothing is left.
    await page.getByRole('link', { name: 'Naar de startpagina' }).click();
    await page.locator('.phase.closed').waitFor();
    await noneWrong(page, 'home with a closed session');
    await button(page, /^Meer over/).click();
    await button(page, 'Maak een kopie').click();
    assert.equal(await page.locator('#title').inputValue(), 'Durf te Vragen: winter');
    assert.equal(await page.locator('#round').inputValue(), String(roundMs / 1000));
    await button(page, /^Meer over/).click();
    await button(page, 'Verwijder').click();
    await button(page, 'Verwijder voorgoed').click();
    const receipt = await dialog(page).locator('textarea').inputValue();
    assert.ok(receipt.includes(desk.welcome.session), receipt);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.known-session').count(), 0);
    await reader.reload();
    await reader.getByRole('heading', { name: 'This page is not there' }).waitFor();
    // The browser itself tells the console that there was nothing.
    readers.complaints = readers.complaints.filter((line) => !line.includes('404'));
  });

  test('a session is named, ended and closed from home, on a phone', { timeout: 60_000 }, async () => {
    const session = await stage.session();
    const person = await stage.person({ lang: 'en', ...phoneSize });
    const page = await person.open(`/desk#${session.facilitator_secret}`);
    await page.locator('.primary-action').waitFor();
    await page.goto(`${stage.server.origin}/home`);
    await page.locator('.phase.live').waitFor();
    const choose = async (/** @type {string} */ deed) => {
      await button(page, /^More about/).click();
      await button(page, deed).click();
    };
    await choose('Change the title');
    await dialog(page).locator('input').fill('Dare to ask');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 3, name: 'Dare to ask' }).waitFor();
    await choose('End the session');
    await noneWrong(page, 'asking about the end, on a phone');
    await button(page, 'End the session').click();
    await page.locator('.phase.ended').waitFor();
    await page.getByRole('link', { name: 'See the results' }).waitFor();
    await choose('Close the session');
    await button(page, 'Go on').click();
    await button(page, 'Close for good').click();
    await page.locator('.phase.closed').waitFor();
    await page.getByRole('link', { name: 'See the results' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dare to ask' }).waitFor();
    await page.getByText('There are no questions on this page.').waitFor();
  });

  test('a copy has the word list and the days to keep as well, also when its desk is reached late', { timeout: 60_000 }, async () => {
    const session = await stage.session();
    const facilitator = await stage.desk(session);
    assert.equal((await facilitator.command('set_word_list', { words: 'sukkels\nprutser' })).ok, true);
    assert.equal((await facilitator.command('set_keep_days', { days: 45 })).ok, true);
    const person = await stage.person({ lang: 'nl', ...deskSize });
    const page = await person.open(`/desk#${session.facilitator_secret}`);
    await page.locator('.primary-action').waitFor();
    await page.goto(`${stage.server.origin}/home`);
    await page.locator('.phase.live').waitFor();
    await button(page, /^Meer over/).click();
    await button(page, 'Maak een kopie').click();

    // Made, but its desk lets nobody in: that is said, and done when it is asked again.
    let closed = true;
    await page.routeWebSocket(/./, (socket) => { if (closed) void socket.close(); else socket.connectToServer(); });
    await button(page, 'Maak de sessie').click();
    await page.locator('.create [role=alert]').getByText('De sessie is gemaakt, maar').waitFor();
    assert.equal(new URL(page.url()).pathname, '/home');
    closed = false;
    await button(page, 'Maak de sessie').click();
    await page.locator('.primary-action').waitFor();
    assert.notEqual(secretOf(page), session.facilitator_secret);
    const { replica } = await stage.desk({ facilitator_secret: secretOf(page) });
    assert.equal(replica.session['word_list'], 'sukkels\nprutser');
    assert.equal(replica.session['keep_days'], 45);
  });

  test('a card that cannot have all its links is not made', { timeout: 60_000 }, async () => {
    const session = await stage.session();
    const facilitator = await stage.desk(session);
    /** @type {string[]} */ const made = [];
    for (;;) {
      const link = makeId();
      const reply = await facilitator.command('create_link', { link, role: 'stage', label: '', secret: makeId() });
      if (!reply.ok) { assert.equal(reply.code, 'links_full'); break; }
      made.push(link);
    }
    for (const link of made.splice(0, 2)) assert.equal((await facilitator.command('revoke_link', { link })).ok, true);
    const page = await (await stage.person({ lang: 'nl', ...deskSize })).open(`/desk#${session.facilitator_secret}`);
    await page.locator('.primary-action').waitFor();
    await button(page, 'Kaart met alle links').click();
    await button(page, 'Maak de kaart').click();
    await dialog(page).getByText('Er zijn al 20 links. Trek er eerst een in.').waitFor();
    assert.equal(await page.locator('.link-card-sheet').count(), 0);
    await noneWrong(page, 'a card that was not made');

    // The two that there was room for are not left behind, so there is room for two again.
    for (const place of [1, 3]) await dialog(page).getByRole('checkbox').nth(place).uncheck();
    await button(page, 'Maak de kaart').click();
    const card = decodeURIComponent(await page.locator('.link-card-sheet').getAttribute('src') ?? '');
    assert.deepEqual(['/#', '/presenter#', '/stage#', '/moderator#', '/desk#'].filter((way) => card.includes(way)), ['/#', '/presenter#', '/moderator#']);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.links li').filter({ hasText: 'Kaart' }).count(), 2);
  });

  test('others help by links of their own: paired, made, printed, in a window', { timeout: 90_000 }, async () => {
    const session = await stage.session();
    const facilitator = await stage.person({ lang: 'nl', ...deskSize });
    const page = await facilitator.open(`/desk#${session.facilitator_secret}`);
    await page.locator('.primary-action').waitFor();

    // A tablet becomes the stage.
    const tablet = await (await stage.person({ lang: 'nl', width: 820, height: 1180 })).open('/stage');
    const shown = (await tablet.locator('.pairing-big').innerText()).replace(/\s/g, '');
    await page.locator('.panel').filter({ hasText: 'Koppel een scherm' }).getByRole('radio', { name: 'Podium' }).check();
    await page.locator('.pairing-code').fill(shown);
    await button(page, 'Koppel').click();
    await tablet.locator('.stage-bar').waitFor();

    // A moderator gets a link, and loses it.
    await page.getByText('Nieuwe link', { exact: true }).click();
    await page.locator('.new-link').getByRole('radio', { name: 'Moderatie' }).check();
    await button(page, 'Maak de link').click();
    const link = await dialog(page).locator('input').inputValue();
    await page.keyboard.press('Escape');
    const moderator = await (await stage.person({ lang: 'en', ...phoneSize })).open(new URL(link).pathname + new URL(link).hash);
    await moderator.locator('.mod-board').waitFor();
    await button(page, 'Trek in: Moderatie').click();
    await button(page, 'Trek de link in').click();
    await moderator.getByRole('alert').waitFor();

    // The card: one picture with every way in, and its links in the list.
    await button(page, 'Kaart met alle links').click();
    await noneWrong(page, 'choosing what is on the card');
    await button(page, 'Maak de kaart').click();
    const card = decodeURIComponent(await page.locator('.link-card-sheet').getAttribute('src') ?? '');
    for (const way of ['/#', '/presenter#', '/stage#', '/moderator#', '/desk#']) assert.ok(card.includes(way), way);
    await noneWrong(page, 'the card');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.links li').filter({ hasText: 'Kaart' }).count(), 4);

    // A window beside the slides; the second one shares the link of the first.
    const opensWindow = async () => {
      const opened = page.waitForEvent('popup');
      await button(page, 'Open in een los venster').click();
      const popup = await opened;
      await popup.locator('.screen-foot').waitFor();
      return popup;
    };
    await (await opensWindow()).close();
    await opensWindow();
    assert.equal(await page.locator('.links li').filter({ hasText: 'Los venster' }).count(), 1);
  });

  test('an address without its secret says so', async () => {
    const page = await (await stage.person({ lang: 'en' })).open('/results');
    await page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
    await noneWrong(page, 'no secret');
  });
});
