// SPDX-License-Identifier: MIT
// Every screen in every state that matters, with a room full of questions: for pictures, and for whatever else wants to look
// at all of them. The order is that of an evening, since a state of the session is on all screens at once.
import { phoneSize } from './browser.mjs';
import { lifeTour } from './life_tour.mjs';
import { moderatorTour } from './moderator_tour.mjs';
import { participantTour } from './participant_tour.mjs';
import { en, nl, PhonePage } from './phone_page.mjs';
import { draft, long, own, questions, short, title, topics } from './questions.mjs';
import { roundMs } from './stage.mjs';
import { stageTour } from './stage_tour.mjs';

/**
 * @typedef {import('./browser.mjs').Look} Look
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{role: 'participant' | 'facilitator' | 'moderator' | 'stage' | 'presenter' | 'home' | 'results' | 'reading', state: string, look: Look, page: Page}} View
 * @typedef {{phones: Look[], desks: Look[], projectors: Look[], pages: Look[]}} Looks
 */

const timerMs = 300_000;

/** @param {import('./stage.mjs').Stage} stage @param {Looks} looks @param {(view: View) => Promise<void>} visit */
export async function tour(stage, looks, visit) {
  const langOf = (/** @type {Look} */ { lang = 'nl' }) => lang;
  const wordsOf = (/** @type {Look} */ look) => (langOf(look) === 'nl' ? nl : en);

  /** A projector is bright until someone at its keys wants it dark, whatever the computer behind it prefers. */
  const arrive = async (/** @type {View['role']} */ role, /** @type {Look} */ look) => {
    const person = await stage.person(look);
    if (role === 'presenter' && look.dark) {
      await person.context.addInitScript(() => { if (location.protocol.startsWith('http')) localStorage.setItem('durf.theme', 'dark'); });
    }
    return person;
  };

  /**
   * One state on every look: opens the page anew, prepares it, shows it.
   * @param {View['role']} role @param {string} state @param {Look[]} these @param {string} path
   * @param {(page: Page, look: Look, phone: PhonePage) => Promise<unknown>} prepare
   * @param {(page: Page, phone: PhonePage, next: (state: string) => Promise<void>) => Promise<unknown>} [after] further states of the same page
   */
  const show = async (role, state, these, path, prepare, after = async () => {}) => {
    for (const look of these) {
      const person = await arrive(role, look);
      const page = await person.open(path);
      const phone = new PhonePage(page, wordsOf(look));
      await prepare(page, look, phone);
      await visit({ role, state, look, page });
      await after(page, phone, (next) => visit({ role, state: next, look, page }));
      await page.close();
    }
  };
  const button = (/** @type {Page} */ page, /** @type {RegExp} */ name) => page.getByRole('button', { name }).first();
  const isNarrow = (/** @type {Look} */ { width = phoneSize.width }) => width < 1000;

  // Before there is a session.
  await show('participant', 'door', looks.phones, '/', (page) => page.locator('#code').waitFor());
  await show('participant', 'door-unknown-code', looks.phones, '/', async (page) => {
    await page.locator('#code').fill('000 000');
    await page.locator('#code').press('Enter');
    await page.locator('#code-problem:not(:empty)').waitFor();
  });
  await show('home', 'new', looks.pages, '/home', (page) => page.locator('#title').waitFor(), async (page, _, next) => {
    await page.locator('form button[type=submit]').click();
    await page.locator('#problem-title').waitFor();
    await next('new-refused');
  });
  await show('reading', 'anonymity', looks.pages, '/anonymity', (page) => page.locator('h1').waitFor());
  await show('reading', 'help', looks.pages, '/help', (page) => page.locator('h1').waitFor());
  await show('presenter', 'pairing', looks.projectors, '/presenter', (page) => page.locator('.pairing-big').waitFor());
  await show('facilitator', 'no-link', looks.desks, '/desk', (page) => page.locator('h1').waitFor());

  // Lobby.
  const session = await stage.session({ title: { lang: 'nl', text: title }, topics, lobby: true });
  const join = `/#${session.join_key}`;
  const deskPath = `/desk#${session.facilitator_secret}`;
  const screenPath = `/presenter#${session.presenter_secret}`;
  const desk = await stage.desk(session);
  const phones = await stage.phones(session, 24);
  await show('participant', 'lobby-promise', looks.phones, join, (page) => page.locator('.promise').waitFor(), async (_, phone, next) => {
    await phone.understand();
    await next('lobby-empty');
  });
  const deskReady = (/** @type {Page} */ page) => page.locator('.primary-action').waitFor();
  await show('facilitator', 'lobby', looks.desks, deskPath, deskReady);
  await show('presenter', 'join', looks.projectors, screenPath, (page) => page.getByText(/\d{3}\s\d{3}/).first().waitFor());

  const places = [...desk.replica.collection('topic')].sort(([, a], [, b]) => a['place'] - b['place']).map(([id]) => id);
  const thought = questions.map(([text, topic, , lang = 'nl'], number) => {
    const phone = /** @type {import('../../end_to_end/lib/phone.mjs').Phone} */ (phones[number]);
    return { phone, question: phone.think(text), topic: places[topic] ?? '', lang };
  });
  await Promise.all(thought.map(({ phone, question, topic, lang }) => phone.ask(question, topic, lang)));
  await desk.command('go_live');
  await desk.until(() => desk.replica.questions.size === questions.length, 'the questions', 4 * roundMs);
  await Promise.all(thought.flatMap(({ question, phone }, number) =>
    phones.filter((one) => one !== phone).slice(0, (questions[number]?.[2] ?? 1) - 1).map((one) => one.upvote(question.id).reply)));
  await desk.until(() => thought.every(({ question }, number) => desk.replica.questions.get(question.id)?.['support'] === questions[number]?.[2]), 'the support', 4 * roundMs);
  const idOf = (/** @type {string} */ text) => [...desk.replica.questions].find(([, question]) => question['text'] === text)?.[0] ?? '';

  // Live.
  await show('participant', 'list', looks.phones, join, async (page, _, phone) => {
    await phone.understand();
    await page.locator('.cards > li').nth(questions.length - 1).waitFor();
  }, async (page, phone, next) => {
    await page.locator('.controls input').fill('qqqq');
    await page.locator('.empty').waitFor();
    await next('nothing-found');
    await page.locator('.controls input').fill('');
    await phone.write(phone.words === nl ? draft.nl : draft.en);
    await next('writing');
    await page.locator('#question').fill(`${long} ${long}`);
    await page.locator('#question-left.problem').waitFor();
    await next('too-long');
    await page.locator('#question').fill(phone.words === nl ? own.nl : own.en);
    await phone.button(phone.words.ask).click();
    await page.locator('.in-hat[data-stage=held]').waitFor();
    await next('in-the-hat');
    await phone.showOwn();
    await next('own-questions');
    await phone.button(phone.words.withdraw).click();
    await page.locator('.own-actions .plain').waitFor();
    await next('withdrawn');
  });
  await show('facilitator', 'list', looks.desks, deskPath, async (page) => {
    await deskReady(page);
    await page.locator('li.question').nth(3).waitFor();
  }, async (page, _, next) => {
    const narrow = await page.locator('.desk-way').count() > 0;
    for (const [at, name] of narrow ? /** @type {const} */ ([[0, 'screen'], [1, 'join'], [2, 'links'], [3, 'more']]) : []) {
      await page.locator('.desk-way').nth(at).click();
      await page.getByRole('dialog').waitFor();
      await next(`sheet-${name}`);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await next('keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    if (narrow) await page.locator('.desk-way').nth(2).click();
    await button(page, /^(Trek in|Revoke): /).click();
    await page.locator('dialog .button.warn').waitFor();
    await next('revoke');
  });
  await desk.command('set_screen', { blank: false, join_panel: false });
  await show('presenter', 'top', looks.projectors, screenPath, (page) => page.locator('.top-list > li').first().waitFor(), async (page, _, next) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await next('keys');
  });

  // Answering.
  await desk.command('mark_answered', { question: idOf(questions[4]?.[0] ?? '') });
  await desk.command('highlight_question', { question: idOf(short) });
  await desk.command('start_timer', { duration_ms: timerMs });
  await show('participant', 'highlighted', looks.phones, join, async (page, _, phone) => {
    await phone.understand();
    await page.locator('.now').waitFor();
  }, async (page, _, next) => {
    await page.locator('.controls select').first().selectOption('answered');
    await page.locator('.card-answered').waitFor();
    await next('answered');
  });
  await show('facilitator', 'highlighted', looks.desks, deskPath, async (page) => {
    await deskReady(page);
    await page.locator('.on-screen').first().waitFor();
  });
  await show('presenter', 'now', looks.projectors, screenPath, (page) => page.locator('.now-picture .stage-text').getByText(short).waitFor());
  const [spare] = phones.slice(-1);
  if (spare) {
    await spare.ask(spare.think(long), places[0]);
    await desk.until(() => idOf(long) !== '', 'the long question', 8 * roundMs);
    await desk.command('highlight_question', { question: idOf(long) });
  }
  await show('presenter', 'now-long', looks.projectors, screenPath, (page) => page.locator('.now-picture .stage-text').getByText(long).waitFor());
  await desk.command('set_screen', { blank: true, join_panel: false });
  await show('presenter', 'blank', looks.projectors, screenPath, (page) => page.locator('.blank').waitFor());
  await show('facilitator', 'wrong-link', looks.desks, `/desk#${session.presenter_secret}`, (page) => page.locator('h1').waitFor());

  await moderatorTour(stage, (state, path, prepare, after = async () => {}) =>
    show('moderator', state, looks.desks, path, prepare, (page, _, next) => after(page, next)));

  await stageTour(stage, (role, state, path, prepare, after = async () => {}) =>
    show(role, state, role === 'stage' ? looks.desks : looks.projectors, path, prepare, (page, _, next) => after(page, next)));

  // Rehearsal.
  const rehearsal = await stage.session({ title: { lang: 'nl', text: title }, topics, rehearsal: true });
  await show('participant', 'rehearsal', looks.phones, `/#${rehearsal.join_key}`, async (page, _, phone) => {
    await phone.understand();
    await page.locator('.notice.rehearsal').waitFor();
  });
  await show('facilitator', 'rehearsal', looks.desks, `/desk#${rehearsal.facilitator_secret}`, deskReady, async (page, _, next) => {
    await button(page, /^(Nu voor het echt|Now for real)$/).click();
    await page.getByRole('dialog').waitFor();
    await next('for-real');
  });

  await participantTour(stage, (state, path, prepare, after) => show('participant', state, looks.phones, path, prepare, after));

  await lifeTour(stage, (role, state, path, prepare, after = async () => {}) =>
    show(role, state, role === 'facilitator' ? looks.desks : looks.pages, path, prepare, (page, _, next) => after(page, next)));

  // Without a server.
  const gone = [];
  const open = async (/** @type {View['role']} */ role, /** @type {Look[]} */ these, /** @type {string} */ path, /** @type {string} */ ready) => {
    for (const look of these) {
      const person = await arrive(role, look);
      const page = await person.open(path);
      await page.locator(ready).first().waitFor();
      if (role === 'participant') await new PhonePage(page, wordsOf(look)).understand();
      gone.push({ role, look, page });
    }
  };
  await open('participant', looks.phones, join, '.now');
  await open('facilitator', looks.desks.filter((look) => !isNarrow(look)), deskPath, '.primary-action');
  await open('presenter', looks.projectors, screenPath, '.blank');
  await stage.pullThePlug();
  for (const { role, look, page } of gone) {
    await page.locator(role === 'participant' ? '.conditions .notice.warn' : role === 'presenter' ? '.kept-picture' : '[role=status]').first().waitFor();
    await visit({ role, state: 'offline', look, page });
  }
  await stage.server.start();
  for (const { page } of gone) await page.close();
  await desk.ready();

  // A link that was revoked.
  const [link] = [...desk.replica.links].find(([, { role }]) => role === 'presenter') ?? [''];
  await desk.command('revoke_link', { link });
  await show('presenter', 'revoked', looks.projectors, screenPath, (page) => page.locator('[role=alert]').waitFor());
}
