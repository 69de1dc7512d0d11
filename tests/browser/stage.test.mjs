// SPDX-License-Identifier: MIT
// An executive answers live: from a tablet at the projector, with the keyboard, and after the end; in real browsers before the
// real server. What the projector shows is measured where it matters: how large a long question stands there.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { makeId } from '../end_to_end/lib/ids.mjs';
import { BareScreen } from '../end_to_end/lib/phone.mjs';
import { axe, eventually, phoneSize, projectorSize } from './lib/browser.mjs';
import { long, longAskedBack, longReply } from './lib/questions.mjs';
import { roundMs, Stage } from './lib/stage.mjs';
import { en, nl, StagePage, standingTabletSize, tabletSize } from './lib/stage_page.mjs';

const rounds = (/** @type {number} */ count) => ({ timeout: count * roundMs + 5_000 });
const texts = ['Wie van jullie loopt een nachtdienst mee?', 'Wat gebeurt er met wat we hier vragen?', 'Waarom staat het rooster zo laat vast?'];

describe('the stage', { timeout: 280_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());

  /** A session with these questions out of the hat, each supported once more than the one after it, and a link of the stage. */
  const room = async (/** @type {string[]} */ asked = texts) => {
    const session = await stage.session({ moderation: false });
    const desk = await stage.desk(session);
    const phones = await stage.phones(session, asked.length);
    const own = phones.map((phone, number) => phone.think(/** @type {string} */ (asked[number])));
    await Promise.all(phones.map((phone, number) => phone.ask(/** @type {(typeof own)[0]} */ (own[number]))));
    await desk.until(() => desk.replica.questions.size === asked.length, 'the questions', 6 * roundMs);
    await Promise.all(phones.flatMap((phone, number) => own.slice(0, number).map(({ id }) => phone.upvote(id).reply)));
    await desk.until(() => own.every(({ id }, number) => desk.replica.questions.get(id)?.['support'] === asked.length - number), 'the support', 4 * roundMs);
    const secret = makeId();
    assert.equal((await desk.command('create_link', { link: makeId(), role: 'stage', label: '', secret })).ok, true);
    return { session, desk, phones, own, secret };
  };
  const projector = async (/** @type {{presenter_secret: string}} */ session, size = projectorSize) => (await stage.person({ ...size })).open(`/presenter#${session.presenter_secret}`);

  test('an executive answers live, without the facilitator', { timeout: 120_000 }, async () => {
    const { session, phones, own, secret } = await room();
    const [first = '', second = '', third = ''] = texts;
    const tablet = await StagePage.open(await stage.person({ ...tabletSize }), secret);
    const screen = await projector(session);
    await tablet.question.getByText(first).waitFor();
    assert.deepEqual(await tablet.rows.locator('.queue-text').allInnerTexts(), texts, 'by support');

    await tablet.button(nl.answerNow).click();
    await screen.locator('.stage-text').getByText(first).waitFor();
    await tablet.front.getByText('Nu aan de beurt').waitFor();
    await tablet.button(nl.undo).click();
    await eventually(async () => await screen.locator('.stage-text').count() === 0, 'the projector to show the questions again');
    await tablet.button(nl.answerNow).click();
    await screen.locator('.stage-text').getByText(first).waitFor();

    // Asks back; the author's phone replies, and the reply comes out of the hat for everybody.
    await tablet.button(nl.askBack).click();
    await tablet.page.getByLabel('Wat wil je weten?').fill('Elke maand, of één keer?');
    await tablet.button(nl.ask).click();
    await tablet.front.getByText('Het antwoord komt met een ronde uit de hoed.').waitFor();
    await screen.locator('.asked-back').getByText('Elke maand, of één keer?').waitFor();
    const [author] = phones;
    assert.equal((await author?.command('reply_to_ask_back', { question: own[0]?.id, place: 0, text: { lang: 'nl', text: 'Eén keer is al meer dan nooit.' }, secret: own[0]?.secret }))?.ok, true);
    await tablet.page.locator('.exchange-reply').getByText('Eén keer is al meer dan nooit.').waitFor(rounds(4));
    await screen.locator('.asked-back').getByText('Eén keer is al meer dan nooit.').waitFor();

    // A scribe writes down what was said and promised.
    await tablet.button(nl.card).click();
    await tablet.page.getByLabel('Wat is er geantwoord?').fill('Nog niemand.');
    await tablet.page.getByLabel('Wat is er toegezegd?').fill('Voor februari loopt ieder van ons mee.');
    await tablet.page.getByLabel('In welke rol?').fill('Directeur zorg');
    await tablet.button(nl.save).click();
    await tablet.page.locator('.stage-answer').getByText('Voor februari loopt ieder van ons mee.').waitFor();
    await tablet.page.locator('.stage-answer').getByText(/^Directeur zorg · \d{1,2} \S+ \d{4}$/).waitFor();

    // Looks at what comes next: the room sees nothing of it.
    await tablet.swipe('left');
    await tablet.question.getByText(second).waitFor();
    await tablet.page.getByText('Aan de beurt is:').waitFor();
    await tablet.swipe('left');
    await tablet.question.getByText(third).waitFor();
    await tablet.button('Terug ernaar').click();
    await tablet.question.getByText(first).waitFor();
    assert.equal(await screen.locator('.stage-text').getByText(first).count(), 1);

    await tablet.button(nl.blank).click();
    await screen.locator('.blank').waitFor();
    await tablet.button('Toon weer').click();
    await screen.locator('.stage-text').getByText(first).waitFor();

    // A pulled cable: both come back to the same place, and the projector never showed anything else.
    await stage.pullThePlug();
    await screen.getByText('Geen verbinding. Dit is de laatste stand.').waitFor();
    assert.equal(await screen.locator('.stage-text').getByText(first).count(), 1);
    await tablet.page.getByText(/^Geen verbinding/).first().waitFor();
    assert.equal(await tablet.question.innerText(), first);
    await stage.server.start();
    await eventually(async () => await screen.locator('.kept-picture').count() === 0 && await tablet.page.locator('.desk-trouble .warn').count() === 0, 'both to be back', 30_000);
    await screen.locator('.stage-text').getByText(first).waitFor();
    await screen.locator('.asked-back').getByText('Eén keer is al meer dan nooit.').waitFor();

    await tablet.primary.click();
    await tablet.question.getByText(second).waitFor();
    await eventually(async () => await screen.locator('.stage-text').count() === 0, 'the projector to move on');
    await tablet.button(nl.undo).click();
    await screen.locator('.stage-text').getByText(first).waitFor();
    await tablet.primary.click();
    await tablet.question.getByText(second).waitFor();
    await tablet.page.getByLabel('Beantwoord', { exact: true }).check();
    await tablet.question.getByText(first).waitFor();
  });

  test('with the keys alone, in English', { timeout: 60_000 }, async () => {
    const { session, secret } = await room();
    const [first = '', second = ''] = texts;
    const desk = await StagePage.open(await stage.person({ ...tabletSize, lang: 'en' }), secret, en);
    const screen = await projector(session);
    await desk.question.getByText(first).waitFor();
    const press = (/** @type {string} */ key) => desk.page.keyboard.press(key);
    await press('PageDown');
    await desk.question.getByText(second).waitFor();
    await press('ArrowLeft');
    await desk.question.getByText(first).waitFor();
    await press('n');
    await screen.locator('.stage-text').getByText(first).waitFor();
    await press('q');
    await desk.page.keyboard.type('Every month?');
    await press('Control+Enter');
    await screen.locator('.asked-back').getByText('Every month?').waitFor();
    await press('s');
    await desk.page.keyboard.type('Mention the pilot.');
    await press('Control+Enter');
    await desk.page.locator('.stage-note-own').getByText('Mention the pilot.').waitFor();
    await press('w');
    await desk.page.keyboard.type('Nobody yet.');
    await press('Control+Enter');
    await desk.page.locator('.stage-answer').getByText('Nobody yet.').waitFor();
    await press('b');
    await screen.locator('.blank').waitFor();
    await press('.');
    await screen.locator('.stage-text').waitFor();
    await press('a');
    await desk.question.getByText(second).waitFor();
    assert.equal(await screen.getByText('Mention the pilot.').count(), 0, 'a note is for the speaker alone');
    await press('?');
    await desk.page.getByRole('dialog').waitFor();
  });

  test('whatever another desk, a finger or the key Escape does, what is being typed is kept', { timeout: 60_000 }, async () => {
    const { desk, own, secret } = await room();
    const [first = '', second = '', third = ''] = texts;
    const tablet = await StagePage.open(await stage.person({ ...tabletSize }), secret);
    const note = tablet.page.locator('.stage-note-form textarea');
    const nowIs = tablet.page.locator('.context-line.answering');
    await tablet.question.getByText(first).waitFor();
    await tablet.button(nl.note).click();
    await note.fill('Noem de proef');

    // A finger that moves the caret turns no card; beside the field it does, and the way back leads to what was typed.
    await tablet.swipe('left', note);
    assert.equal(await tablet.question.innerText(), first);
    await tablet.swipe('left');
    await tablet.question.getByText(second).waitFor();
    assert.equal(await note.count(), 0);
    await tablet.swipe('right');
    await tablet.button('Ga verder met de notitie').click();
    assert.equal(await note.inputValue(), 'Noem de proef');

    // Another desk moves on: the writer stays, and is led there afterwards. Without a note to write the stage follows.
    await desk.command('highlight_question', { question: own[1]?.id });
    await nowIs.getByText(second).waitFor();
    await desk.command('mark_answered', { question: own[0]?.id });
    await tablet.front.getByRole('heading', { name: 'Beantwoord' }).waitFor();
    await tablet.page.keyboard.type(' op de vierde.');
    assert.equal(await note.inputValue(), 'Noem de proef op de vierde.');
    await tablet.button(nl.save).click();
    await tablet.question.getByText(second).waitFor();
    await eventually(() => desk.replica.questions.get(own[0]?.id ?? '')?.['note'] === 'Noem de proef op de vierde.', 'the note to be kept');
    await desk.command('highlight_question', { question: own[2]?.id });
    await tablet.question.getByText(third).waitFor();

    // Escape and a tap beside the form close it, and say where the text is.
    const answer = tablet.page.getByLabel('Wat is er geantwoord?');
    const role = tablet.page.getByLabel('In welke rol?');
    const dialog = tablet.page.getByRole('dialog');
    await tablet.button(nl.card).click();
    await answer.fill('Voor december hoort ieder team het.');
    await role.fill('Directeur zorg');
    await tablet.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tablet.page.getByText('Nog niet bewaard. Je tekst staat hier klaar.').waitFor();
    await tablet.button(nl.card).click();
    assert.deepEqual([await answer.inputValue(), await role.inputValue()], ['Voor december hoort ieder team het.', 'Directeur zorg']);
    await tablet.page.mouse.click(5, 5);
    await dialog.waitFor({ state: 'detached' });
    await tablet.button(nl.card).click();
    assert.equal(await answer.inputValue(), 'Voor december hoort ieder team het.');
    await tablet.button('Gooi weg').click();
    assert.deepEqual([await answer.inputValue(), await role.inputValue()], ['', '']);
    await answer.fill('In januari.');
    await tablet.button(nl.save).click();
    await tablet.page.locator('.stage-answer').getByText('In januari.').waitFor();
    await tablet.button('Wijzig het antwoord').click();
    assert.equal(await answer.inputValue(), 'In januari.');
    assert.equal(await tablet.button('Gooi weg').count(), 0, 'what was saved is no draft');
    await tablet.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await tablet.button(nl.askBack).click();
    await tablet.page.getByLabel('Wat wil je weten?').fill('Elke maand?');
    await tablet.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tablet.button(nl.askBack).click();
    assert.equal(await tablet.page.getByLabel('Wat wil je weten?').inputValue(), 'Elke maand?');
  });

  test('on a phone a question that was chosen far down in the queue is in sight', { timeout: 60_000 }, async () => {
    const { secret } = await room();
    const phone = await StagePage.open(await stage.person({ ...phoneSize, height: 520 }), secret);
    await phone.question.waitFor();
    await phone.rows.last().scrollIntoViewIfNeeded();
    await phone.rows.last().click();
    const last = texts.at(-1) ?? '';
    await phone.question.getByText(last).waitFor();
    const { top, bottom } = await phone.question.evaluate((text) => text.getBoundingClientRect());
    assert.ok(top >= 0 && bottom <= 520, `from ${top} to ${bottom}`);
  });

  test('a tablet without a link is paired, and stays so', { timeout: 60_000 }, async () => {
    const { session, desk } = await room();
    const waiting = new BareScreen(stage.place).start();
    await waiting.until(() => waiting.pairing, 'a code');
    waiting.leave();
    for (const opened of ['/stage', '/presenter']) {
      const page = await (await stage.person({ ...standingTabletSize })).open(opened);
      const code = (await page.locator('.pairing-big').innerText()).replace(/\s/g, '');
      assert.equal((await desk.command('confirm_pairing', { code, link: makeId(), role: 'stage', label: '', secret: makeId() })).ok, true);
      await page.locator('.stage-question').waitFor();
      assert.match(page.url(), /\/stage#[\w-]{22}$/, `opened as ${opened}`);
      await page.reload();
      await page.locator('.stage-question').waitFor();
    }
    const wrong = await (await stage.person({ ...tabletSize })).open(`/stage#${session.presenter_secret}`);
    await wrong.getByText('Deze link is voor een ander scherm').waitFor();
  });

  test('a question of 280 characters stands large on the projector, and whole', { timeout: 60_000 }, async () => {
    const { session, desk, own } = await room([long, ...texts]);
    await desk.command('highlight_question', { question: own[0]?.id });
    const sizes = [[projectorSize, 48, 120], [{ width: 1280, height: 720 }, 32, 80], [{ width: 640, height: 360 }, 16, 80], [{ width: 480, height: 270 }, 12, 80]];
    for (const [size, smallest, largest] of /** @type {[{width: number, height: number}, number, number][]} */ (sizes)) {
      const screen = await projector(session, size);
      const text = screen.locator('.stage-text p').getByText(long);
      await text.waitFor();
      const { px, cut } = await text.evaluate((words) => {
        const box = /** @type {HTMLElement} */ (words.parentElement);
        return { px: parseFloat(getComputedStyle(words).fontSize), cut: words.scrollHeight > box.clientHeight + 1 || words.scrollWidth > box.clientWidth + 1 };
      });
      assert.ok(px >= smallest && px <= largest && !cut, `${px} px at ${size.width}, ${cut ? 'cut off' : 'whole'}`);
      assert.equal(await screen.evaluate(() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth), false, 'no scroll bars');
      await screen.close();
    }
  });

  test('beside the longest exchange a long question stays large on every projector, and whatever is cut says so', { timeout: 120_000 }, async () => {
    const { session, desk, phones, own } = await room([long, ...texts]);
    const question = own[0]?.id;
    await desk.command('highlight_question', { question });
    assert.equal((await desk.command('ask_back', { question, text: { lang: 'nl', text: longAskedBack } })).ok, true);
    assert.equal((await phones[0]?.command('reply_to_ask_back', { question, place: 0, text: { lang: 'nl', text: longReply }, secret: own[0]?.secret }))?.ok, true);
    const replied = () => [...desk.replica.collection('ask_back').values()].some(({ state }) => state === 'replied');
    await desk.until(replied, 'the reply', 6 * roundMs);
    // In rem, of which 120 are a screen's width: 48 and 28 px at 1920x1080. The browser rounds them a little.
    const [largeEnough, readable] = [3 - .01, 1.75 - .01];
    const look = async (/** @type {{width: number, height: number}} */ size, /** @type {'nl' | 'en'} */ lang) => {
      const screen = await (await stage.person({ ...size, lang })).open(`/presenter#${session.presenter_secret}`);
      await screen.locator('.asked-back-reply').waitFor();
      await screen.evaluate(() => document.fonts.ready);
      return await screen.evaluate(() => {
        const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
        const measured = (/** @type {Element} */ words) => {
          const box = /** @type {HTMLElement} */ (words.parentElement);
          return { rem: parseFloat(getComputedStyle(words).fontSize) / rem, cut: box.classList.contains('fit-cut'), outside: words.getBoundingClientRect().bottom > box.getBoundingClientRect().bottom + 1 };
        };
        return {
          question: measured(/** @type {Element} */ (document.querySelector('.stage-text p'))),
          exchange: [...document.querySelectorAll('.asked-back .fit p')].map(measured),
          saysSo: document.querySelector('.asked-back-cut') !== null,
          scrolls: document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
        };
      });
    };
    for (const size of [projectorSize, { width: 1280, height: 720 }, { width: 1024, height: 768 }]) {
      for (const lang of /** @type {const} */ (['nl', 'en'])) {
        const { question, exchange, saysSo, scrolls } = await look(size, lang);
        const seen = `${size.width} ${lang}: ${JSON.stringify({ question, exchange, saysSo })}`;
        assert.ok(question.rem >= largeEnough && !question.cut && !question.outside, seen);
        assert.ok(exchange.length === 2 && exchange.every(({ rem, outside }) => rem >= readable && !outside), seen);
        assert.equal(saysSo, exchange.some(({ cut }) => cut), seen);
        assert.ok(exchange[1]?.cut === false, `the reply is whole: ${seen}`);
        assert.equal(scrolls, false, 'no scroll bars');
      }
    }
  });

  test('the room sees on every screen why something was refused', { timeout: 60_000 }, async () => {
    const { session, desk, own, secret } = await room();
    assert.equal((await desk.command('set_screen', { blank: false, join_panel: false })).ok, true);
    const screen = await projector(session);
    const tablet = await StagePage.open(await stage.person({ ...phoneSize, lang: 'en' }), secret, en);
    const facilitator = await (await stage.person({ ...tabletSize })).open(`/desk#${session.facilitator_secret}`);
    // Brings what the desk fetches after its first touch.
    await facilitator.locator('#search').focus();
    await screen.locator('.tally-line').getByText('geweigerd', { exact: true }).waitFor();
    await tablet.page.locator('.tally-line').getByText('refused', { exact: true }).waitFor();
    assert.equal(await screen.locator('.tally-why').count(), 0, 'nothing was refused');

    await desk.command('refuse_question', { question: own[1]?.id, reason: 'unclear' });
    for (const page of [screen, facilitator]) await page.locator('.tally-why').getByText('niet duidelijk', { exact: true }).waitFor(rounds(2));
    await tablet.page.locator('.tally-why').getByText('not clear', { exact: true }).waitFor();
    await desk.command('refuse_question', { question: own[2]?.id, reason: 'off_topic' });
    for (const page of [screen, facilitator]) {
      await page.locator('.tally-why').getByText('past niet bij deze sessie (1), niet duidelijk (1)', { exact: true }).waitFor(rounds(2));
      const { right, bottom } = await page.locator('.tally-why').evaluate((why) => why.getBoundingClientRect());
      const { width, height } = page.viewportSize() ?? tabletSize;
      assert.ok(right <= width && bottom <= height, 'whole');
    }
    await tablet.page.locator('.tally-why').getByText('does not fit this session (1), not clear (1)', { exact: true }).waitFor();
  });

  test('after the end: thanks on the projector, and written answers', { timeout: 60_000 }, async () => {
    const { session, desk, secret } = await room();
    const tablet = await StagePage.open(await stage.person({ ...tabletSize }), secret);
    const screen = await projector(session);
    await tablet.question.waitFor();
    await tablet.button(nl.timer).waitFor();
    assert.equal((await desk.command('set_results_link', { secret: makeId() })).ok, true);
    assert.equal((await desk.command('end_session')).ok, true);
    await screen.getByText('Dank je wel dat je durfde te vragen.').waitFor();
    await screen.getByRole('img', { name: 'QR-code van de pagina met resultaten' }).waitFor();
    await screen.getByText(/^Dat kan tot en met \d{1,2} \S+ \d{4}\.$/).waitFor();
    assert.equal(await tablet.button(nl.timer).count(), 0, 'nobody is timed any more');
    await tablet.button('Meer').click();
    await tablet.page.getByRole('dialog').waitFor();
    assert.equal(await tablet.page.getByRole('switch').count(), 0, 'nor called in');
    await tablet.page.keyboard.press('Escape');
    await tablet.button(nl.writeCard).click();
    await tablet.page.getByLabel('Wat is er geantwoord?').fill('Dit zoeken we uit.');
    await tablet.button(nl.save).click();
    await tablet.page.locator('.stage-answer').getByText('Dit zoeken we uit.').waitFor();
  });

  test('axe finds nothing, and nothing sticks out', { timeout: 120_000 }, async () => {
    const { session, desk, own, secret } = await room();
    await desk.command('highlight_question', { question: own[0]?.id });
    await desk.command('ask_back', { question: own[0]?.id, text: { lang: 'nl', text: 'Elke maand?' } });
    const looks = [tabletSize, standingTabletSize, phoneSize, { width: 320, height: 640 }, { width: 320, height: 256 }, { width: 1440, height: 900 }]
      .flatMap((size) => /** @type {import('./lib/browser.mjs').Look[]} */ ([{ ...size, lang: 'nl' }, { ...size, lang: 'en', dark: true }]));
    const found = [];
    for (const look of looks) {
      const desk = await StagePage.open(await stage.person(look), secret, look.lang === 'nl' ? nl : en);
      await desk.question.waitFor();
      for (const state of ['card', 'q', 'w', 's', '?']) {
        if (state !== 'card') await desk.page.keyboard.press(state);
        await desk.page.locator(state === 'card' ? '.stage-card' : state === 's' ? '.stage-note-form' : 'dialog[open]').waitFor();
        for (const line of await axe(desk.page)) found.push(`${look.width} ${look.lang} ${state}: ${line}`);
        if (await desk.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${look.width} ${look.lang} ${state}: too wide`);
        await desk.page.keyboard.press('Escape');
        await desk.page.locator('dialog').waitFor({ state: 'detached' });
        if (state === 's') await desk.page.locator('.stage-note-form button[type=button]').click();
      }
      await desk.page.close();
    }
    for (const size of [projectorSize, { width: 480, height: 270 }]) {
      const screen = await projector(session, size);
      await screen.locator('.asked-back').waitFor();
      for (const line of await axe(screen)) found.push(`projector ${size.width}: ${line}`);
    }
    assert.deepEqual(found, []);
  });
});
