// SPDX-License-Identifier: MIT
// What people do, in real browsers before the real server: the hard question, the phone without a network, the facilitator
// with a projector and phones in two languages, pairing, revoking, reloading, and all of it without a mouse.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Carrier } from './lib/carrier.mjs';
import { deskSize, eventually, projectorSize } from './lib/browser.mjs';
import { en, nl, PhonePage } from './lib/phone_page.mjs';
import { roundMs, Stage } from './lib/stage.mjs';

const rounds = (/** @type {number} */ count) => ({ timeout: count * roundMs + 5_000 });

describe('walks', { timeout: 280_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());

  test('an employee asks a hard question', { timeout: 90_000 }, async () => {
    const session = await stage.session();
    const facilitator = await stage.desk(session);
    const person = await stage.person();
    const began = performance.now();
    const phone = await PhonePage.scan(person, session.join_key);
    await phone.button(nl.ask).waitFor();
    assert.ok(performance.now() - began < 2_000, 'the page is there within two seconds');
    assert.equal(await phone.page.locator('html').getAttribute('lang'), 'nl');

    const card = phone.page.getByRole('region', { name: 'Voor je begint' });
    const words = (await card.locator('p').first().innerText()).trim().split(/\s+/);
    assert.ok(words.length <= 60, `the card has ${words.length} words`);
    await phone.understand();

    const hard = 'Waarom horen wij van de reorganisatie uit de krant?';
    const others = ['Wie beslist over het nieuwe rooster?', 'Wanneer praat het bestuur met de nachtdienst?'];
    await phone.ask(hard);
    await phone.page.getByText(nl.held).waitFor();
    assert.equal(await phone.page.getByText(hard).filter({ visible: true }).count(), 0, 'nobody who looks along can read it');

    // Two more phones, and whoever watches the list sees it go from nothing to all three.
    const neighbours = await Promise.all(others.map(async () => PhonePage.scan(await stage.person(), session.join_key)));
    await phone.page.evaluate(() => {
      const seen = /** @type {any} */ (window);
      seen.counts = [];
      new MutationObserver(() => seen.counts.push(document.querySelectorAll('.cards > li').length)).observe(document.body, { childList: true, subtree: true });
    });
    for (const [number, neighbour] of neighbours.entries()) {
      await neighbour.understand();
      await neighbour.ask(/** @type {string} */ (others[number]));
    }
    await phone.card(hard).waitFor(rounds(4));
    const counts = await phone.page.evaluate(() => /** @type {any} */ (window).counts);
    assert.deepEqual(counts.filter((/** @type {number} */ count) => count !== 0 && count !== 3), [], 'three questions come out together');

    for (const text of others) {
      await phone.pill(text).click();
      assert.equal(await phone.pill(text).getAttribute('aria-pressed'), 'true');
      assert.equal(await phone.support(text), 1, 'the count waits for the round');
    }
    for (const text of others) await eventually(async () => await phone.support(text) === 2, 'the vote to count', 3 * roundMs);

    // Until it is being answered it can be withdrawn; then the page says that it cannot.
    const [asked = '', kept = ''] = others;
    const [author, witness] = /** @type {[PhonePage, PhonePage]} */ (/** @type {unknown} */ (neighbours));
    const id = [...facilitator.replica.questions].find(([, { text }]) => text === asked)?.[0];
    assert.equal((await facilitator.command('highlight_question', { question: id })).ok, true);
    await author.page.locator('.now').getByText(asked).waitFor();
    await author.showOwn();
    if (await author.button(nl.withdraw).isVisible()) {
      await author.button(nl.withdraw).click();
      await author.page.locator('.own-stage').getByText('Intrekken kon niet meer').waitFor();
    }
    assert.ok(facilitator.replica.questions.has(id ?? ''));

    await phone.showOwn();
    await phone.button(nl.withdraw).click();
    await phone.page.getByText('Ingetrokken. De tekst is overal gewist.').waitFor();
    await eventually(() => facilitator.replica.questions.size === 2, 'the question to be gone');
    await eventually(async () => await witness.page.getByText(hard).count() === 0, 'the words to be gone from other phones');
    await witness.card(kept).waitFor();
  });

  test('a phone loses the network', { timeout: 90_000 }, async (t) => {
    const session = await stage.session();
    const facilitator = await stage.desk(session);
    const others = await stage.phones(session, 3);
    const texts = ['Krijgen wij de uren van de overdracht betaald?', 'Waarom is de thuiszorg niet gehoord?', 'Blijft het zelfroosteren bestaan?'];
    await Promise.all(others.map((phone, number) => phone.ask(phone.think(/** @type {string} */ (texts[number])))));
    await facilitator.until(() => facilitator.replica.questions.size === 3, 'the questions', 4 * roundMs);
    const idOf = (/** @type {string} */ text) => [...facilitator.replica.questions].find(([, question]) => question['text'] === text)?.[0] ?? '';

    const [wifi, mobile] = ['127.0.0.2', '127.0.0.3'];
    const carrier = await new Carrier(wifi).open();
    t.after(() => carrier.close());
    const person = await stage.person({}, carrier);
    const phone = await PhonePage.scan(person, session.join_key);
    await phone.understand();
    const [voted = '', closed = ''] = texts;
    await phone.card(voted).waitFor();
    await phone.page.locator('.foot').waitFor();  // the rest of the page is there: who goes before that waits for the network

    // Flight mode, and the server goes too, so that nothing that is open lives on.
    await person.setOffline(true);
    await stage.pullThePlug();
    const written = 'Wie vangt het op als er twee mensen ziek zijn?';
    await phone.ask(written);
    await phone.page.getByText(nl.kept).first().waitFor();
    await phone.pill(voted).click();
    await phone.pill(closed).click();
    assert.equal(await phone.pill(voted).getAttribute('aria-pressed'), 'true');

    await stage.server.start();
    await facilitator.ready();
    assert.equal((await facilitator.command('mark_answered', { question: idOf(closed) })).ok, true);
    assert.equal((await facilitator.command('highlight_question', { question: idOf(voted) })).ok, true);
    // The browser's own offline event has long passed: what is kept is still kept after a reload in the tunnel.
    assert.deepEqual([...carrier.seen], [wifi]);
    carrier.move(mobile);
    await person.setOffline(false);
    const back = performance.now();
    await phone.page.locator('.now').getByText(voted).waitFor();
    await phone.page.getByText(nl.held).waitFor();
    assert.ok(performance.now() - back < 5_000, 'back within five seconds');
    await phone.page.getByText(/Te laat|kan niet meer|te laat/).first().waitFor();
    assert.deepEqual([...carrier.seen], [wifi, mobile], 'it came back on another network');

    await facilitator.until(() => [...facilitator.replica.questions.values()].filter(({ text }) => text === written).length === 1, 'the question, once', 6 * roundMs);
    await facilitator.until(() => facilitator.replica.questions.get(idOf(voted))?.['support'] === 2, 'the vote, once', 3 * roundMs);
    assert.equal(facilitator.replica.questions.get(idOf(closed))?.['support'], 1, 'what came too late did not count');
    await phone.page.getByLabel('Volgorde').selectOption('answered');
    assert.equal(await phone.pill(closed).getAttribute('aria-pressed'), 'false', 'and the page shows that it did not');
  });

  test('a facilitator, a projector, and phones in two languages', { timeout: 120_000 }, async () => {
    const host = await stage.person({ ...deskSize });
    const desk = await host.open('/home');
    await desk.getByLabel('Titel').fill('Durf te Vragen: de nieuwe roosters');
    await desk.getByRole('button', { name: 'Voeg een thema toe' }).click();
    await desk.getByRole('textbox', { name: 'Thema 1' }).fill('Roosters');
    await desk.getByLabel('Lengte van een ronde').fill('5');
    await desk.getByRole('button', { name: 'Maak de sessie' }).click();
    await desk.getByRole('button', { name: 'Begin de sessie' }).waitFor();

    // The projector has no link: it shows six characters, which the facilitator types over.
    const beamer = await stage.person({ ...projectorSize });
    const screen = await beamer.open('/presenter');
    const code = (await screen.locator('.pairing-big').innerText()).replace(/\s/g, '');
    assert.match(code, /^[2-9A-HJ-NP-Z]{6}$/);
    await desk.getByLabel('Code op het scherm').fill(code);
    await desk.getByRole('button', { name: 'Koppel', exact: true }).click();
    await screen.getByText('Stel je vraag zonder naam').waitFor();
    assert.equal(await screen.locator('.pairing-big').count(), 0);
    const joinCode = (await screen.getByText(/^\d{3}\s\d{3}$/).first().innerText()).trim();

    // Three phones type the code, each in its own way; one of them is English.
    const arrivals = /** @type {const} */ ([['nl', joinCode], ['en', joinCode.replace(/\s/g, '')], ['nl', joinCode.replace(/\s/g, '-')]]);
    const phones = [];
    for (const [lang, typed] of arrivals) {
      const page = await (await stage.person({ lang })).open('/');
      await page.locator('#code').fill(typed);
      await page.getByRole('button', { name: lang === 'nl' ? 'Ga naar de sessie' : 'Go to the session' }).click();
      const phone = new PhonePage(page, lang === 'nl' ? nl : en);
      await phone.understand();
      phones.push(phone);
    }
    await screen.getByText('3 telefoons').waitFor();
    const texts = ['Waarom beginnen de diensten om zes uur?', 'Who decides about the new shifts?', 'Mag ik mijn dienst ruilen zonder toestemming?'];
    for (const [number, phone] of phones.entries()) await phone.ask(/** @type {string} */ (texts[number]));
    await desk.getByText('De vragen liggen nog in de hoed.').waitFor();

    await desk.getByRole('button', { name: 'Begin de sessie' }).click();
    for (const phone of phones) for (const text of texts) await phone.card(text).waitFor(rounds(4));
    const [first = '', english = ''] = texts;
    assert.equal(await /** @type {PhonePage} */ (phones[0]).card(english).locator(`[lang=en]`).count(), 1, 'an English question is marked as English');

    await desk.getByRole('button', { name: `Toon op het grote scherm: ${english}` }).click();
    await screen.locator('.now-picture .stage-text').getByText(english).waitFor();
    for (const phone of phones) await phone.page.locator('.now').getByText(english).waitFor();
    await desk.getByRole('button', { name: 'Markeer als beantwoord', exact: true }).click();
    await eventually(async () => await screen.locator('.now-picture .stage-text').getByText(english).count() === 0, 'the projector to move on');
    await desk.getByRole('button', { name: `Toon op het grote scherm: ${first}` }).click();
    await screen.locator('.now-picture .stage-text').getByText(first).waitFor();

    // A pulled cable: the last picture stays, and it comes back to the same place.
    await stage.pullThePlug();
    await screen.getByText('Geen verbinding. Dit is de laatste stand.').waitFor();
    assert.equal(await screen.locator('.now-picture .stage-text').getByText(first).count(), 1);
    await stage.server.start();
    await eventually(async () => await screen.getByText('Geen verbinding. Dit is de laatste stand.').count() === 0, 'the projector to be back', 30_000);
    await screen.locator('.now-picture .stage-text').getByText(first).waitFor();

    // Revoked while it is open: the screen stops, and says so.
    await eventually(async () => await desk.getByText('3 telefoons').count() > 0, 'the desk to be back', 30_000);
    const revoke = desk.getByRole('button', { name: /^Trek in: (?!Begeleiding)/ });
    for (let left = await revoke.count(); left > 0; --left) {
      await revoke.first().click();
      await desk.getByRole('button', { name: 'Trek de link in', exact: true }).click();
      await eventually(async () => await revoke.count() < left, 'the link to go');
    }
    await screen.getByText('Dit scherm is losgekoppeld').waitFor();
    await screen.getByText('Deze link is ingetrokken.').waitFor();
  });

  test('a reload keeps what was typed, and who one is', { timeout: 60_000 }, async () => {
    const session = await stage.session();
    const facilitator = await stage.desk(session);
    const person = await stage.person();
    const phone = await PhonePage.scan(person, session.join_key);
    await phone.understand();
    await phone.write('Half af: waarom is');
    await phone.page.reload();
    const field = phone.page.getByLabel(nl.yourQuestion, { exact: true });
    await field.waitFor();
    assert.equal(await field.inputValue(), 'Half af: waarom is');
    assert.equal(await phone.button(nl.understood).count(), 0, 'the card is not shown twice');
    await field.fill('Waarom is dit niet besproken?');
    await phone.button(nl.ask).click();
    await phone.page.getByText(nl.held).waitFor();
    await phone.page.reload();
    await phone.page.getByText(nl.held).waitFor();
    await facilitator.until(() => facilitator.replica.session['people'] === 1, 'one person after two reloads');
  });

  test('a page of an older build reloads itself once, with what was typed', { timeout: 60_000 }, async () => {
    const session = await stage.session();
    const { build } = await (await fetch(`${stage.server.origin}/api/host`)).json();
    const person = await stage.person();
    const phone = await PhonePage.scan(person, session.join_key);
    const { page } = phone;
    await phone.understand();
    await phone.write('Dit mag niet verloren gaan');

    let asked = 0;
    await page.route('**/', async (route) => {
      ++asked;
      await route.continue();
    });
    // The first document from here on gets scripts that were built before the server was.
    await page.route('**/*.js', async (route) => {
      // What the old page fetches under its own name is there: it was cached with the page.
      const response = await route.fetch({ url: route.request().url().replace('oldBuild', build) });
      const script = await response.text();
      await route.fulfill({ response, body: asked === 1 ? script.replaceAll(build, 'oldBuild') : script });
    });
    await page.reload();
    await eventually(() => asked === 2, 'the page to reload itself');
    const field = page.getByLabel(nl.yourQuestion, { exact: true });
    await field.waitFor();
    assert.equal(await field.inputValue(), 'Dit mag niet verloren gaan');
    await phone.button(nl.ask).click();
    await page.getByText(nl.held).waitFor();
    assert.equal(asked, 2, 'it does not go round in circles');
  });

  test('everything on a phone and at a desk goes without a mouse', { timeout: 90_000 }, async () => {
    const session = await stage.session();
    await stage.phones(session, 2).then((phones) => Promise.all(phones.map((phone, number) => phone.ask(phone.think(`Vraag ${number} van een ander`)))));
    const person = await stage.person();
    const { page } = await PhonePage.scan(person, session.join_key);
    await page.getByRole('button', { name: nl.ask }).waitFor();

    /** Tabs until something of that name has the focus, and sees to it that the focus can be seen. */
    const tabTo = async (/** @type {import('playwright-core').Page} */ on, /** @type {RegExp} */ name) => {
      for (let presses = 0; presses < 60; ++presses) {
        await on.keyboard.press('Tab');
        const at = await on.evaluate(() => {
          const focused = /** @type {HTMLElement | null} */ (document.activeElement);
          if (!focused || focused === document.body) return null;
          const label = focused.getAttribute('aria-label') ?? (/** @type {any} */ (focused).labels?.[0]?.innerText || focused.innerText || '');
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
          const parent = focused.matches('input') && focused.nextElementSibling ? getComputedStyle(focused.nextElementSibling) : null;
          const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || (parent !== null && (parent.outlineStyle !== 'none' || parent.boxShadow !== 'none'));
          return { label: label.trim().replace(/\s+/g, ' '), seen };
        });
        if (!at) continue;
        assert.ok(at.seen, `the focus can be seen on: ${at.label}`);
        if (name.test(at.label)) return;
      }
      assert.fail(`no way by keyboard to ${name}`);
    };

    await tabTo(page, /^Begrepen$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Stel je vraag$/);
    await page.keyboard.press('Enter');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('Wie luistert er mee met de ondernemingsraad?');
    await page.keyboard.press('Escape');
    await eventually(() => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).innerText === 'Stel je vraag'), 'the focus to go back to where it came from');
    await page.keyboard.press('Enter');
    await eventually(async () => await page.getByLabel(nl.yourQuestion, { exact: true }).inputValue() === 'Wie luistert er mee met de ondernemingsraad?', 'the draft');
    await tabTo(page, /^Stel je vraag$/);
    await page.keyboard.press('Enter');
    await page.getByText(nl.held).waitFor();
    await page.locator('.card').first().waitFor(rounds(4));
    await tabTo(page, /steun$/);
    await page.keyboard.press('Space');
    await eventually(async () => await page.locator('.pill[aria-pressed=true]').count() > 0, 'a vote');
    await tabTo(page, /^Van jouw telefoon/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Trek in$/);
    await page.keyboard.press('Enter');
    await page.getByText('Ingetrokken. De tekst is overal gewist.').waitFor();

    const host = await stage.person({ ...deskSize });
    const desk = await host.open(`/desk#${session.facilitator_secret}`);
    await desk.getByText('Vraag 0 van een ander').first().waitFor();
    await tabTo(desk, /^Toon op het grote scherm: Vraag/);
    await desk.keyboard.press('Enter');
    await desk.getByText('Op het scherm').waitFor();
    await tabTo(desk, /^Markeer als beantwoord$/);
    await desk.keyboard.press('Enter');
    await desk.getByText('Gemarkeerd als beantwoord.').waitFor();

    const screen = await (await stage.person({ ...projectorSize })).open(`/presenter#${session.presenter_secret}`);
    await screen.getByText('Durf te Vragen').first().waitFor();
    await screen.keyboard.press('.');
    await screen.locator('.blank').waitFor();
    await screen.keyboard.press('b');
    await eventually(async () => await screen.locator('.blank').count() === 0, 'the picture');
    await screen.keyboard.press('?');
    await screen.getByRole('dialog').waitFor();
    await screen.keyboard.press('Escape');
    await eventually(async () => await screen.getByRole('dialog').count() === 0, 'the dialog to close');
    const picture = () => screen.locator('.screen').first().getAttribute('class');
    const was = await picture();
    await screen.keyboard.press('PageDown');
    await eventually(async () => await picture() !== was, 'another picture');
  });
});
