// SPDX-License-Identifier: MIT
// The moderator's desk in real browsers before the real server: order kept in the open from a phone, all of it by keyboard, several
// at once, with a finger, and with moderation off. What the room sees is watched all the time by a phone that is only a wire.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { makeId } from '../end_to_end/lib/ids.mjs';
import { axe, deskSize, eventually, phoneSize } from './lib/browser.mjs';
import { roundMs, Stage } from './lib/stage.mjs';

const rounds = (/** @type {number} */ count) => ({ timeout: count * roundMs + 5_000 });

describe('moderation', { timeout: 280_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());

  /** A session, its facilitator on a wire, and a moderator's page. @param {Record<string, unknown>} change @param {import('./lib/browser.mjs').Look} look */
  const desk = async (change, look) => {
    const session = await stage.session({ moderation: true, ...change });
    const facilitator = await stage.desk(session);
    const [link, secret] = [makeId(), makeId()];
    assert.equal((await facilitator.command('create_link', { link, role: 'moderator', label: '', secret })).ok, true);
    const page = await (await stage.person(look)).open(`/moderator#${secret}`);
    await page.locator('.mod-board').waitFor();
    const card = (/** @type {string} */ text) => page.locator('.mod-item').filter({ hasText: text });
    const idOf = (/** @type {string} */ text) => [...facilitator.replica.questions].find(([, question]) => question['text'] === text)?.[0] ?? '';
    const stateOf = (/** @type {string} */ text) => facilitator.replica.questions.get(idOf(text))?.['state'];
    return { session, facilitator, page, card, idOf, stateOf, link };
  };
  /** Asks each text from a phone of its own; they come out of one hat. */
  const ask = async (/** @type {{join_key: string}} */ session, /** @type {string[]} */ texts) => {
    const phones = await stage.phones(session, texts.length);
    await Promise.all(texts.map((text, number) => {
      const phone = /** @type {import('../end_to_end/lib/phone.mjs').Phone} */ (phones[number]);
      return phone.ask(phone.think(text));
    }));
    return phones;
  };
  const textsOf = (/** @type {import('../end_to_end/lib/phone.mjs').Phone} */ phone) => [...phone.replica.questions.values()].map(({ text }) => text).sort();

  test('keeps it fair, on a phone', { timeout: 120_000 }, async () => {
    const good = 'Wanneer horen we iets over de verhuizing?';
    const named = 'Waarom mag Karel Jansen van de planning altijd vrij met Kerst?';
    const mean = 'Zijn jullie nu echt zo dom?';
    const twin = 'Wanneer horen wij eens iets van die verhuizing?';
    const { session, page, card, stateOf, idOf, facilitator } = await desk({}, { ...phoneSize });
    assert.deepEqual(await axe(page), []);
    const phones = await ask(session, [good, named, mean, twin]);
    const [watcher] = phones;
    assert.ok(watcher);
    /** @type {string[]} */ const seen = [];
    for (const phone of phones) phone.on('frame', () => seen.push(...textsOf(phone)));
    await page.locator('.mod-waiting .mod-item').nth(3).waitFor(rounds(4));
    assert.deepEqual(textsOf(watcher), [], 'nobody sees what waits');
    await page.locator('.mod-tab').first().getByText('4', { exact: true }).waitFor();

    await card(good).getByRole('button', { name: 'Keur goed' }).click();
    await eventually(() => textsOf(watcher).includes(good), 'the good question on phones');

    await card(named).getByRole('button', { name: 'Meer' }).click();
    await page.getByRole('button', { name: 'Dek woorden af' }).click();
    for (const word of ['Karel', 'Jansen']) await page.getByRole('button', { name: word, exact: true }).click();
    const hidden = 'Waarom mag ███ van de planning altijd vrij met Kerst?';
    await page.locator('.mod-preview').getByText(hidden).waitFor();
    assert.deepEqual(await axe(page), []);
    await page.getByRole('button', { name: 'Dek 2 woorden af' }).click();
    await card(hidden).getByRole('button', { name: 'Keur goed' }).click();
    await eventually(() => textsOf(watcher).includes(hidden), 'the covered question on phones');

    await card(mean).getByRole('button', { name: 'Weiger' }).click();
    assert.deepEqual(await axe(page), []);
    await page.getByRole('button', { name: 'beledigend' }).click();
    await page.locator('.toast').getByText('Geweigerd: beledigend.').waitFor();

    // It says by itself that the last one looks like one that is there; merging it also approves it, and can be taken back.
    const theirs = await watcher.upvote(idOf(good)).reply;
    assert.equal(theirs.ok, true);
    const merge = async () => {
      await card(twin).getByRole('button', { name: 'Lijkt op' }).click();
      await page.getByRole('region', { name: 'Lijkt erop' }).getByRole('button').filter({ hasText: good }).click();
      await page.locator('.toast').getByText('Samengevoegd.').waitFor();
    };
    await merge();
    await page.locator('.toast').getByRole('button').click();
    await eventually(() => stateOf(twin) === 'pending', 'the twin to wait again');
    await card(twin).waitFor();
    await merge();
    await eventually(() => facilitator.replica.questions.get(idOf(twin))?.['told'] === true, 'the phones to be told', 20_000);
    assert.equal(stateOf(twin), 'merged');
    await eventually(() => !textsOf(watcher).includes(twin), 'the twin to be gone from phones');

    await eventually(() => watcher.replica.session['refused_insult'] === 1 && watcher.replica.session['tally_merged'] === 1, 'the tally of the room', 4 * roundMs);
    await page.locator('.tally').getByText('Geweigerd, en waarom').click();
    await page.locator('.tally li').getByText('beledigend').waitFor();
    assert.equal(seen.some((text) => text === mean || text.includes('Jansen')), false, 'no phone ever held what was refused or covered');

    await page.getByRole('tab', { name: /Geweigerd/ }).click();
    await card(mean).getByRole('button', { name: 'Herstel' }).click();
    await eventually(() => stateOf(mean) === 'pending', 'the refused one to wait again');
    assert.deepEqual(await axe(page), []);
  });

  test('without a mouse, in English', { timeout: 90_000 }, async () => {
    const texts = ['Who decides about the budget?', 'When will the new building be ready?', 'Is there a plan for the night shift?'];
    const { session, page, stateOf, facilitator, idOf } = await desk({}, { ...deskSize, lang: 'en' });
    await ask(session, texts);
    const waiting = page.locator('.mod-waiting .mod-item');
    await waiting.nth(2).waitFor(rounds(4));
    const [first = '', second = '', third = ''] = await waiting.locator('.mod-text').allInnerTexts();
    const focused = () => page.evaluate(() => document.activeElement?.closest('[data-id]')?.querySelector('.mod-text')?.textContent ?? document.activeElement?.textContent);

    await page.keyboard.press('a');
    assert.equal(stateOf(first), 'pending', 'a key does nothing to a question that nobody chose');
    assert.equal(await focused(), first);
    await page.keyboard.press('a');
    await eventually(() => stateOf(first) === 'open', 'the first to be approved');
    await eventually(async () => await focused() === second, 'the next one to have the focus');
    await page.keyboard.press('u');
    await eventually(() => stateOf(first) === 'pending', 'the first to wait again');
    await page.keyboard.press('r');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('4');
    await eventually(() => stateOf(second) === 'refused', 'the second to be refused');
    assert.equal(facilitator.replica.questions.get(idOf(second))?.['reason'], 'off_topic');
    await eventually(async () => await focused() === third, 'the focus to go on after the sheet');
    await page.keyboard.press('l');
    await page.getByRole('textbox', { name: 'Label' }).fill('Money');
    await page.keyboard.press('Enter');
    await eventually(() => facilitator.replica.questions.get(idOf(third))?.['label'] === 'Money', 'the label');
    await eventually(async () => await focused() === third, 'the focus to come back');
    await page.keyboard.press('p');
    await eventually(() => facilitator.replica.questions.get(idOf(third))?.['pinned'] === true, 'the pin');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    assert.deepEqual(await axe(page), []);
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('x');
    await page.getByRole('toolbar').getByText('2 chosen').waitFor();
    assert.deepEqual(await axe(page), []);
    await page.getByRole('toolbar').getByRole('button', { name: 'Approve' }).press('Enter');
    await eventually(() => stateOf(first) === 'open' && stateOf(third) === 'open', 'both to be approved');
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).press('Enter');
    await eventually(() => stateOf(first) === 'pending' && stateOf(third) === 'pending', 'both to wait again');

    // The skip link goes to the questions, and the secret stays in the address.
    const address = page.url();
    await page.locator('.skip').press('Enter');
    assert.equal(page.url(), address);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'mod-board');
  });

  test('with moderation off the word list holds back, and a finger approves', { timeout: 90_000 }, async () => {
    const { session, facilitator, page, card, stateOf, link } = await desk({ moderation: false }, { width: 320, height: 640 });
    await page.getByText('Er wacht niets. De moderatie staat uit').waitFor();
    await page.getByRole('button', { name: 'Woordenlijst' }).click();
    await page.getByRole('textbox', { name: 'Woorden' }).fill('sukkels\n\n  Prutser ');
    assert.deepEqual(await axe(page), []);
    await page.getByRole('button', { name: 'Bewaar de lijst' }).click();
    await eventually(() => facilitator.replica.session['word_list'] === 'sukkels\nPrutser', 'the list to be kept');

    const plain = 'Hoe gaat het met de planning?';
    const rude = 'Wie heeft die prutser aangenomen?';
    const [watcher] = await ask(session, [plain, rude, 'En wie betaalt dat?']);
    await card(rude).waitFor(rounds(4));
    assert.equal(stateOf(plain), 'open');
    assert.equal(textsOf(/** @type {any} */ (watcher)).includes(rude), false);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);

    const debug = await page.context().newCDPSession(page);
    await card(rude).scrollIntoViewIfNeeded();
    const box = await card(rude).locator('.mod-text').boundingBox();
    assert.ok(box);
    const finger = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number} */ dx) =>
      debug.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + 60 + dx, y: box.y + 10 }] });
    await finger('touchStart', 0);
    for (const dx of [20, 60, 100, 140]) await finger('touchMove', dx);
    await page.locator('.mod-item[data-swipe=right]').waitFor();
    await finger('touchEnd', 0);
    await eventually(() => stateOf(rude) === 'open', 'the swiped question to be shown');
    await page.getByText('Er wacht niets.').waitFor();

    await page.getByRole('switch').click();
    await eventually(() => facilitator.replica.session['moderation'] === true, 'moderation to be on');
    assert.deepEqual(await axe(page), []);
    assert.equal((await facilitator.command('revoke_link', { link })).ok, true);
    await page.getByText('Deze link is ingetrokken. Vraag de begeleider om een nieuwe.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Laad opnieuw' }).count(), 0, 'a link that is gone stays gone');
    assert.deepEqual(await axe(page), []);
  });

  test('what a search hides is not chosen, and each act has its own way back', { timeout: 90_000 }, async () => {
    const rosters = ['Wie maakt het rooster?', 'Mag het rooster eerder?'];
    const others = ['Komt er meer koffie?', 'Wanneer gaan we verhuizen?', 'Wie betaalt dat?', 'Waarom is het zo koud?', 'Hoe gaat het met de planning?'];
    const { session, page, card, stateOf, idOf, facilitator } = await desk({ moderation: false }, deskSize);
    await ask(session, [...rosters, ...others]);
    const cards = page.locator('.mod-shown .mod-item');
    await cards.nth(6).waitFor(rounds(4));
    const bar = page.getByRole('toolbar');
    const search = async (/** @type {string} */ text, /** @type {number} */ found) => {
      await page.getByRole('searchbox').fill(text);
      await eventually(async () => await cards.count() === found, `what holds “${text}”`);
    };

    await page.locator('.mod-shown').getByRole('button', { name: 'Kies er meer' }).click();
    await bar.getByRole('button', { name: 'Kies alles' }).click();
    await bar.getByText('7 gekozen').waitFor();
    await search('rooster', 2);
    await bar.getByText('2 gekozen').waitFor();
    await search('', 7);
    await bar.getByText('2 gekozen').waitFor();
    await search('rooster', 2);
    await bar.getByRole('button', { name: 'Kies niets' }).click();
    await bar.getByRole('button', { name: 'Kies alles' }).click();
    await bar.getByText('2 gekozen').waitFor();
    await bar.getByRole('button', { name: 'Weiger' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'beledigend' }).click();
    await eventually(() => rosters.every((text) => stateOf(text) === 'refused'), 'what was found to be refused');
    assert.deepEqual(others.map(stateOf), others.map(() => 'open'), 'what the search hid stays as it was');

    // Quick taps: the last of them is not the only one that can be taken back.
    const undo = page.locator('.toast').getByRole('button', { name: 'Maak ongedaan' });
    await undo.click();
    await eventually(() => rosters.every((text) => stateOf(text) === 'open'), 'both to be shown again');
    const [one = '', other = ''] = rosters;
    const toast = (/** @type {string} */ text) => page.locator('.toast').getByText(text).waitFor();
    await card(one).focus();
    await page.keyboard.press('b');
    await toast('Wacht weer op jou.');
    await card(other).getByRole('button', { name: 'Weiger' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'beledigend' }).click();
    await toast('Geweigerd: beledigend.');
    await undo.click();
    await eventually(() => stateOf(other) === 'open', 'the last one to be shown again');
    assert.equal(stateOf(one), 'pending');
    await undo.press('Enter');
    await eventually(() => stateOf(one) === 'open', 'the one before it to be shown again');

    // A label as well, put there and taken away.
    const labelOf = () => facilitator.replica.questions.get(idOf(one))?.['label'] ?? '';
    const label = async (/** @type {string} */ text, /** @type {string} */ told) => {
      await card(one).focus();
      await page.keyboard.press('l');
      await page.getByRole('textbox', { name: 'Label' }).fill(text);
      await page.keyboard.press('Enter');
      await toast(told);
    };
    await label('Werk', 'Het label staat erbij.');
    await label('', 'Het label is weg.');
    assert.equal(labelOf(), '');
    await page.keyboard.press('u');
    await eventually(() => labelOf() === 'Werk', 'the label of before');
    await page.keyboard.press('u');
    await eventually(() => labelOf() === '', 'no label, as in the beginning');
  });

  test('replies wait as well, and a wish to hide comes first', { timeout: 90_000 }, async () => {
    const { session, facilitator, page, card, idOf, stateOf } = await desk({ moderation: false }, { ...phoneSize, lang: 'en' });
    const asked = 'Why did nobody tell us?';
    const phones = await stage.phones(session, 3);
    const owns = [asked, 'Who pays for this?', 'What happens next?'].map((text) => /** @type {any} */ (phones[0]).think(text));
    await Promise.all(phones.map((phone, number) => phone.ask(owns[number])));
    await page.getByRole('tab', { name: /Shown/ }).click();
    await card(asked).waitFor(rounds(4));
    const [author, , watcher] = /** @type {import('../end_to_end/lib/phone.mjs').Phone[]} */ (phones);
    assert.ok(author && watcher);
    const [{ id: question, secret }] = owns;
    assert.equal((await facilitator.command('ask_back', { question, text: { lang: 'en', text: 'Whom do you mean by us?' } })).ok, true);
    assert.equal((await facilitator.command('set_moderation', { on: true })).ok, true);
    const reply = 'The night shift.';
    assert.equal((await author.command('reply_to_ask_back', { question, place: 0, text: { lang: 'en', text: reply }, secret })).ok, true);

    await page.getByRole('tab', { name: /Waiting/ }).click();
    await card(reply).getByText('Whom do you mean by us?').waitFor(rounds(4));
    const replyOf = () => watcher.replica.collection('ask_back').get(`${question}.0`)?.['reply'];
    assert.equal(replyOf(), '', 'nobody sees a reply that waits');
    assert.deepEqual(await axe(page), []);
    await card(reply).getByRole('button', { name: 'Approve' }).click();
    await eventually(() => replyOf() === reply, 'the reply on phones');

    // Taken back within ten seconds, approved again, and covered where it names somebody.
    const undo = page.locator('.toast').getByRole('button', { name: 'Undo' });
    await undo.click();
    await eventually(() => replyOf() === '', 'the reply to be gone from phones');
    await card(reply).getByRole('button', { name: 'Refuse' }).click();
    await page.keyboard.press('1');
    await card(reply).waitFor({ state: 'detached' });
    await undo.click();
    await card(reply).getByRole('button', { name: 'Cover words' }).click();
    await page.getByRole('button', { name: 'night', exact: true }).click();
    assert.deepEqual(await axe(page), []);
    await page.getByRole('button', { name: 'Cover 1 word' }).click();
    const covered = 'The ███ shift.';
    await card(covered).getByRole('button', { name: 'Approve' }).click();
    await eventually(() => replyOf() === covered, 'the covered reply on phones');

    await facilitator.command('highlight_question', { question });
    assert.equal((await author.command('wish_hidden', { question, secret })).ok, true);
    await page.getByRole('tab', { name: /Shown/ }).click();
    await card(asked).getByText('Who asked it wants it hidden').waitFor(rounds(3));
    await card(asked).getByText(covered).waitFor();
    assert.deepEqual(await axe(page), []);
    await card(asked).getByRole('button', { name: 'Let it wait again' }).click();
    await eventually(() => replyOf() === '', 'the reply to wait again');
    await undo.click();
    await eventually(() => replyOf() === covered, 'the reply to be shown again');
    assert.equal(await page.locator('.mod-item').first().getAttribute('data-id'), idOf(asked));
    await card(asked).getByRole('button', { name: 'Refuse: ' }).click();
    await page.keyboard.press('Enter');  // the likeliest reason is at hand
    await eventually(() => stateOf(asked) === 'refused', 'the question to be hidden');
    assert.equal(facilitator.replica.questions.get(question)?.['reason'], 'author_wished');
    await eventually(() => !textsOf(watcher).includes(asked), 'the question to be gone from phones');
  });
});
