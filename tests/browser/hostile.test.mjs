// SPDX-License-Identifier: MIT
// Hostile texts, through every field that a person can fill and into every view, in a real browser. Nothing of them runs, nothing is
// fetched from anywhere else, every one stands there letter by letter, none makes a page wider than its screen; what the server
// refuses, it refuses with a code.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { makeId } from '../end_to_end/lib/ids.mjs';
import { eventually, phoneSize, projectorSize } from './lib/browser.mjs';
import { bell, missing, oddities, refuseDialogs, shows } from './lib/hostile_look.mjs';
import { blankTexts, fitted, forbiddenTexts, hostileTexts } from './lib/hostile_texts.mjs';
import { PhonePage } from './lib/phone_page.mjs';
import { roundMs, Stage } from './lib/stage.mjs';
import { tabletSize } from './lib/stage_page.mjs';

/** @typedef {import('playwright-core').Page} Page */

const deskSize = { width: 1000, height: 900 };
const rounds = (/** @type {number} */ count) => count * roundMs + 10_000;
/** include/durf/domain/limits.hpp, in bytes. */
const bytes = { question: 1_120, title: 240, topic: 160, link: 80, label: 80, note: 2_400, answer: 2_400, role: 160, words: 4_000 };
const topicsMax = 12;
const linksAtOnce = 16;

const inOne = (/** @type {string} */ text, /** @type {number} */ most) => fitted(text, most);
const inLines = (/** @type {readonly string[]} */ texts, /** @type {number} */ most) => {
  /** @type {string[]} */ const lists = [''];
  for (const text of texts) {
    const longer = `${lists.at(-1)}\n${text}`.trimStart();
    if (new TextEncoder().encode(longer).length <= most) lists[lists.length - 1] = longer; else lists.push(text);
  }
  return lists;
};
/** @template T @param {readonly T[]} list @param {number} size */
const parts = (list, size) => Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));

/** A desk that sends more at once is sent a snapshot instead of all those answers, as any connection that falls behind. */
const commandsAtOnce = 16;
const inTurns = async (/** @type {readonly (() => Promise<unknown>)[]} */ deeds) => {
  for (const some of parts(deeds, commandsAtOnce)) await Promise.all(some.map((deed) => deed()));
};

describe('hostile texts', { timeout: 460_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(async () => {
    odd = new Set();
    await stage.settle();
  });
  after(() => stage.close());

  const visitor = async (/** @type {import('./lib/browser.mjs').Look} */ look) => {
    const person = await stage.person(look);
    refuseDialogs(person);
    await person.context.addInitScript(bell);
    return person;
  };
  const at = async (/** @type {string} */ path, /** @type {import('./lib/browser.mjs').Look} */ look) => (await visitor(look)).open(path);
  /** What was seen that should not be, once each: told together at the end of a test. @type {Set<string>} */ let odd = new Set();
  const look = async (/** @type {Page} */ page, /** @type {string} */ where) => {
    for (const line of await oddities(page)) odd.add(`${where}: ${line}`);
  };
  const sound = async (/** @type {Page} */ page, /** @type {readonly string[]} */ texts, /** @type {string} */ where) => {
    for (const text of await missing(page, texts)) odd.add(`${where}: not there as it was written: ${text}`);
    await look(page, where);
  };

  test('what these tests look for, they find', async () => {
    const person = await visitor(phoneSize);
    const page = await person.open('/help');
    assert.deepEqual(await oddities(page), []);
    await page.evaluate(() => {
      const plant = (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes = {}) => {
        const element = document.createElement(name);
        for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
        document.body.append(element);
      };
      plant('iframe');
      plant('p', { onlook: '' });  // the real ones are refused by the policy already
      plant('img', { src: 'https://elsewhere.invalid/x.png' });
      const wide = document.createElement('div');
      wide.style.width = '3000px';
      wide.style.height = '1px';
      document.body.append(wide);
    });
    const found = (await oddities(page)).join('\n');
    for (const what of [/iframe/, /onlook/, /elsewhere/, /px too wide/]) assert.match(found, what);
    assert.deepEqual(await missing(page, ['<b>not there</b>']), ['<b>not there</b>']);
    await page.evaluate(() => /** @type {any} */ (window).hit());
    await page.evaluate(() => alert(1));
    await eventually(() => /a text ran/.test(person.complaints.join()) && /a dialog: 1/.test(person.complaints.join()) && /policy: img-src/.test(person.complaints.join()), 'the complaints');
    person.complaints.length = 0;
  });

  test('in every field, on every page', { timeout: 400_000 }, async () => {
    assert.ok(hostileTexts.length >= 250 && hostileTexts.length <= 300, `${hostileTexts.length} texts`);
    const topics = hostileTexts.slice(0, topicsMax).map((text) => ({ lang: 'nl', text: inOne(text, bytes.topic) }));
    const session = await stage.session({ moderation: true, topics });
    const desk = await stage.desk(session);
    const wish = async (/** @type {string} */ type, /** @type {Record<string, unknown>} */ body = {}) => {
      const reply = await desk.command(type, body);
      assert.equal(reply.ok, true, `${type} ${JSON.stringify(body)}: ${reply.code}`);
    };
    const link = async (/** @type {string} */ role) => {
      const secret = makeId();
      await wish('create_link', { link: makeId(), role, label: '', secret });
      return secret;
    };
    const [moderator, board, projector, facilitator, phonePage] = await Promise.all([
      link('moderator').then((secret) => at(`/moderator#${secret}`, { ...phoneSize })),
      link('stage').then((secret) => at(`/stage#${secret}`, { ...tabletSize })),
      at(`/presenter#${session.presenter_secret}`, projectorSize),
      at(`/desk#${session.facilitator_secret}`, deskSize),
      at(`/#${session.join_key}`, phoneSize),
    ]);
    const phone = new PhonePage(phonePage);
    await phone.understand();

    // Questions: the hat holds 200, and each phone has one in a round.
    const phones = await stage.phones(session, Math.ceil(hostileTexts.length / 2));
    const topicIds = [...desk.replica.collection('topic').keys()];
    const own = hostileTexts.map((text, number) => ({ ...(phones[number % phones.length] ?? assert.fail()).think(text), by: phones[number % phones.length] ?? assert.fail() }));
    const halves = [own.slice(0, phones.length), own.slice(phones.length)];
    for (const half of halves) {
      const before = desk.replica.questions.size;
      const replies = await Promise.all(half.map((one, number) => one.by.ask(one, topicIds[number % topicsMax])));
      assert.deepEqual(replies.flatMap(({ ok, code }, number) => ok ? [] : [`${half[number]?.text}: ${code}`]), []);
      await desk.until(() => desk.replica.questions.size === before + half.length, 'the questions', rounds(3));
    }
    await eventually(async () => await moderator.locator('.mod-item').count() === own.length, 'all of them to wait for the moderator', rounds(1));
    await sound(moderator, hostileTexts, 'waiting');

    // What desks write about each: label, note, what is asked back, the answer with its promise and role.
    await inTurns(own.flatMap(({ id, text }) => [
      () => wish('approve_question', { question: id }),
      () => wish('label_question', { question: id, label: inOne(text, bytes.label) }),
      () => wish('set_note', { question: id, note: text }),
      () => wish('ask_back', { question: id, text: { lang: 'nl', text } }),
      () => wish('write_answer', { question: id, text: { lang: 'en', text }, promise: text, role: inOne(text, bytes.role), day: '2026-11-21' }),
    ]));

    // Replies, with their rounds; and meanwhile what needs no round.
    const replied = async () => {
      for (const half of halves) {
        await phones[0]?.until(() => half.every(({ id }) => phones[0]?.replica.collection('ask_back').has(`${id}.0`)), 'what was asked back');
        const replies = await Promise.all(half.map(({ by, id, text, secret }) => by.command('reply_to_ask_back', { question: id, place: 0, text: { lang: 'nl', text }, secret })));
        assert.deepEqual(replies.flatMap(({ ok, code }) => ok ? [] : [code]), []);
        const pending = () => half.every(({ id }) => desk.replica.collection('ask_back').get(`${id}.0`)?.['state'] === 'pending');
        await desk.until(pending, 'the replies', rounds(3));
        await inTurns(half.map(({ id }) => () => wish('approve_reply', { question: id, place: 0 })));
      }
    };
    const words = async () => {
      for (const list of inLines(hostileTexts.map((text) => inOne(text, bytes.question)), bytes.words)) {
        await wish('set_word_list', { words: list });
        await moderator.getByRole('button', { name: 'Woordenlijst' }).click();
        const area = moderator.getByRole('dialog').locator('textarea');
        await eventually(async () => await area.inputValue() === list, 'the word list, letter by letter');
        await look(moderator, 'word list');
        await moderator.keyboard.press('Escape');
        await moderator.getByRole('dialog').waitFor({ state: 'detached' });
      }
    };
    const links = async () => {
      for (const some of parts(hostileTexts, linksAtOnce)) {
        const made = some.map((text) => ({ link: makeId(), role: 'presenter', label: inOne(text, bytes.link), secret: makeId() }));
        await Promise.all(made.map((one) => wish('create_link', one)));
        await shows(facilitator, made.map(({ label }) => ['.links', label]));
        await look(facilitator, 'links');
        await Promise.all(made.map(({ link }) => wish('revoke_link', { link })));
      }
    };
    const moreTopics = async () => {
      const [reader, owner] = await Promise.all([visitor(phoneSize), visitor(deskSize)]);
      for (const some of parts(hostileTexts, topicsMax)) {
        const names = some.map((text) => inOne(text, bytes.topic));
        const other = await stage.session({ topics: names.map((text) => ({ lang: 'en', text })), title: { lang: 'nl', text: inOne(some[0] ?? '', bytes.title) } });
        const pages = await Promise.all([reader.open(`/#${other.join_key}`), owner.open(`/desk#${other.facilitator_secret}`)]);
        const understood = pages[0].getByRole('button', { name: 'Begrepen' });
        await understood.or(pages[0].locator('.dock, .questions').first()).first().waitFor();
        if (await understood.isVisible()) await understood.click();
        await pages[0].getByRole('button', { name: 'Stel je vraag' }).click();
        await Promise.all(pages.map((page) => shows(page, names.map((name) => ['body', name]))));
        for (const page of pages) {
          await look(page, 'topics');
          await page.close();
        }
      }
    };
    // As the title of everything.
    const titles = async () => {
      const other = await stage.session();
      const owner = await stage.desk(other);
      const secrets = { moderator: makeId(), stage: makeId() };
      for (const [role, secret] of Object.entries(secrets)) await owner.command('create_link', { link: makeId(), role, label: '', secret });
      const pages = await Promise.all([
        at(`/#${other.join_key}`, phoneSize), at(`/presenter#${other.presenter_secret}`, projectorSize), at(`/desk#${other.facilitator_secret}`, phoneSize),
        at(`/moderator#${secrets.moderator}`, phoneSize), at(`/stage#${secrets.stage}`, phoneSize),
      ]);
      await new PhonePage(/** @type {Page} */ (pages[0])).understand();
      await owner.command('set_screen', { blank: false, join_panel: false });
      for (const text of hostileTexts) {
        const title = inOne(text, bytes.title);
        assert.equal((await owner.command('rename_session', { title: { lang: 'nl', text: title } })).ok, true);
        await Promise.all(pages.map((page) => shows(page, [['h1, .screen-title', title]])));
        for (const page of pages) await look(page, `title, ${new URL(page.url()).pathname}`);
      }
      for (const page of pages) await page.close();
    };
    await Promise.all([replied(), words(), links(), moreTopics().then(titles)]);

    // The lists of all pages.
    await eventually(async () => {
      const fresh = phonePage.locator('.fresh button');
      if (await fresh.isVisible()) await fresh.click();
      return await phone.cards().count() === own.length;
    }, 'all questions on the phone', rounds(2));
    await sound(phonePage, hostileTexts, 'phone');
    await moderator.keyboard.press('2');
    await eventually(async () => await moderator.locator('.mod-shown .mod-item').count() === own.length, 'all of them to be shown');
    await sound(moderator, [...hostileTexts, ...hostileTexts.map((text) => inOne(text, bytes.label))], 'shown');
    await sound(facilitator, hostileTexts, 'facilitator');
    await sound(board, hostileTexts, 'queue');

    // One after the other: large on the projector, in front on the stage and on the phone.
    await Promise.all([facilitator.close(), moderator.close()]);
    for (const { id, text } of own) {
      await wish('highlight_question', { question: id });
      await Promise.all([
        shows(projector, [['.stage-text', text], ['.asked-back', text]]),
        shows(board, [['.stage-question', text], ['.stage-label-tag', inOne(text, bytes.label)], ['.stage-note-own', text]]),
        shows(phonePage, [['.now-text', text]]),
      ]);
      await Promise.all([look(projector, 'projector'), look(board, 'stage'), look(phonePage, 'highlighted')]);
    }

    // Answered: cards, promises, roles.
    await inTurns(own.map(({ id }) => () => wish('mark_answered', { question: id })));
    await phonePage.locator('.controls select').first().selectOption('answered');
    await eventually(async () => await phonePage.locator('.card-answered').count() === own.length, 'the answers on the phone');
    await sound(phonePage, [...hostileTexts, ...hostileTexts.map((text) => inOne(text, bytes.role))], 'answered, phone');
    await board.locator('.stage-queue .choice input').nth(2).check();
    await sound(board, hostileTexts, 'answered, stage');

    // Afterwards.
    const results = makeId();
    await wish('set_results_link', { secret: results });
    await wish('end_session');
    const report = await at(`/results#${results}`, phoneSize);
    await report.locator('.report').nth(own.length - 1).waitFor();
    await sound(report, [...hostileTexts, ...hostileTexts.map((text) => inOne(text, bytes.role))], 'results');
    await Promise.all([projector, phonePage, board].map((page) => look(page, 'ended')));
    const home = await at('/home', phoneSize);
    await home.evaluate((all) => localStorage.setItem('durf.sessions.1', JSON.stringify(all.map((title, number) =>
      ({ session: `A${String(number).padStart(20, 'A')}A`, title, lang: 'nl', code: title, secrets: { presenter: title } })))), hostileTexts);
    await home.reload();
    await home.locator('.known-session').nth(hostileTexts.length - 1).waitFor();
    await sound(home, hostileTexts, 'home');
    assert.deepEqual([...odd], []);
  });

  test('what the server refuses is refused in a code; what is written is advised on without running', { timeout: 60_000 }, async () => {
    const session = await stage.session({ moderation: false });
    const desk = await stage.desk(session);
    const [asker] = await stage.phones(session, 1);
    const about = asker?.think('Waar blijft het rooster?') ?? assert.fail();
    const others = await stage.phones(session, 2);
    await Promise.all([asker?.ask(about), ...others.map((one, number) => one.ask(one.think(`Vraag ${number}`)))]);
    await desk.until(() => desk.replica.questions.has(about.id), 'the question', rounds(3));
    const question = about.id;
    /** @type {[type: string, body: (text: string) => Record<string, unknown>][]} */
    const fields = [
      ['rename_session', (text) => ({ title: { lang: 'nl', text } })], ['label_question', (label) => ({ question, label })], ['set_note', (note) => ({ question, note })],
      ['ask_back', (text) => ({ question, text: { lang: 'nl', text } })], ['write_answer', (text) => ({ question, text: { lang: 'nl', text }, promise: '', role: '', day: '2026-11-21' })],
      ['write_answer', (promise) => ({ question, text: { lang: 'nl', text: 'ja' }, promise, role: '', day: '2026-11-21' })],
      ['write_answer', (role) => ({ question, text: { lang: 'nl', text: 'ja' }, promise: '', role, day: '2026-11-21' })],
      ['set_word_list', (words) => ({ words })], ['create_link', (label) => ({ link: makeId(), role: 'presenter', label, secret: makeId() })],
    ];
    for (const [type, body] of fields) {
      const codes = await Promise.all(forbiddenTexts.map(async (text) => (await desk.command(type, body(text))).code));
      assert.deepEqual(codes, forbiddenTexts.map(() => 'text_forbidden'), type);
    }
    for (const text of blankTexts.filter((one) => !one.includes('\n'))) assert.equal((await desk.command('rename_session', { title: { lang: 'nl', text } })).code, 'text_empty', JSON.stringify(text));

    const phone = await PhonePage.scan(await visitor(phoneSize), session.join_key);
    await phone.understand();
    await phone.button(phone.words.ask).click();
    const field = phone.page.getByLabel(phone.words.yourQuestion, { exact: true });
    // The advice quotes what was written, long before anybody else sees it.
    for (const text of ['Waar blijft het rooster <img src=x onerror=hit()> van Karel <b>Jansen</b>?', 'Als enige "><script>hit()</script> op 3 mei']) {
      await field.fill(text);
      await phone.page.locator('.advice-part').first().waitFor();
      await look(phone.page, 'advice');
    }
    assert.deepEqual([...odd], []);
  });

  test('half an emoji leaves the phone as the sign for what cannot be read, and the phone goes on', { timeout: 60_000 }, async () => {
    const session = await stage.session({ moderation: false });
    const desk = await stage.desk(session);
    const others = await stage.phones(session, 2);
    await Promise.all(others.map((one, number) => one.ask(one.think(`Vraag ${number}`))));
    const phone = await PhonePage.scan(await visitor(phoneSize), session.join_key);
    await phone.understand();
    await phone.write('Wie lacht er');
    // As some keyboards do, and no way of filling a field can.
    await phone.page.getByLabel(phone.words.yourQuestion, { exact: true }).evaluate((field) => {
      /** @type {HTMLTextAreaElement} */ (field).value += ' \ud83d?';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await phone.button(phone.words.ask).click();
    await desk.until(() => [...desk.replica.questions.values()].some((question) => JSON.stringify(question).includes('Wie lacht er \ufffd?')), 'the question', rounds(3));
    assert.deepEqual([...odd], []);
  });
});
