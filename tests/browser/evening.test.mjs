// SPDX-License-Identifier: MIT
// The evening as a whole, in each language: a moderator on a phone, an executive at a tablet, a projector, and four phones of people
// who ask, all of them real browsers at once before the real server, while one program floods it.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { makeId } from '../end_to_end/lib/ids.mjs';
import { eventually, phoneSize, projectorSize } from './lib/browser.mjs';
import * as phoneWords from './lib/phone_page.mjs';
import { roundMs, Stage } from './lib/stage.mjs';
import * as stageWords from './lib/stage_page.mjs';

const rounds = (/** @type {number} */ count) => ({ timeout: count * roundMs + 5_000 });
const toldMs = 10_000;
const flood = 50;

const evenings = {
  nl: {
    phone: phoneWords.nl, stage: stageWords.nl,
    named: 'Waarom krijgt Karel Jansen altijd vrij met Kerst?', names: ['Karel', 'Jansen'], covered: 'Waarom krijgt ███ altijd vrij met Kerst?',
    first: 'Wanneer horen we iets over de verhuizing?', twin: 'Wanneer horen wij eens iets over die verhuizing?', mean: 'Zijn jullie nu echt zo dom?',
    approve: 'Keur goed', more: 'Meer', redact: 'Dek woorden af', cover: 'Dek 2 woorden af', refuse: 'Weiger', reason: 'beledigend', refusedOwn: 'Een moderator heeft dit niet toegelaten. Reden: beledigend.',
    likes: 'Lijkt op', like: 'Lijkt erop', merged: 'Samengevoegd.', joined: 'Samengevoegd met de vraag hieronder.', tally: 'Wat er van de vragen werd',
    askBack: 'Wat wil je weten?', asked: 'Welke verhuizing bedoel je?', reply: 'Jouw antwoord', send: 'Verstuur je antwoord', replied: 'Die van de polikliniek.',
    cardText: 'Wat is er geantwoord?', cardPromise: 'Wat is er toegezegd?', answered: 'In het voorjaar.', promise: 'Voor 1 maart hoor je de datum.',
    lost: 'Geen verbinding. Dit is de laatste stand.', shown: 'Toon weer', partly: 'Deels', counted: /^Meegeteld\./,
  },
  en: {
    phone: phoneWords.en, stage: stageWords.en,
    named: 'Why does Karel Jansen always have Christmas off?', names: ['Karel', 'Jansen'], covered: 'Why does ███ always have Christmas off?',
    first: 'When will we hear about the new building?', twin: 'When do we hear something about that new building?', mean: 'Are you really this stupid?',
    approve: 'Approve', more: 'More', redact: 'Cover words', cover: 'Cover 2 words', refuse: 'Refuse', reason: 'insulting', refusedOwn: 'A moderator did not let this through. Reason: insulting.',
    likes: 'Looks like', like: 'Looks like it', merged: 'Merged.', joined: 'Merged with the question below.', tally: 'What became of the questions',
    askBack: 'What would you like to know?', asked: 'Which building do you mean?', reply: 'Your reply', send: 'Send your reply', replied: 'The one of the clinic.',
    cardText: 'What was answered?', cardPromise: 'What was promised?', answered: 'In spring.', promise: 'You will know the date before March.',
    lost: 'No connection. This is the latest state.', shown: 'Show again', partly: 'Partly', counted: /^Counted\./,
  },
};

describe('the evening', { timeout: 400_000 }, () => {
  const stage = new Stage();
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());

  for (const lang of /** @type {const} */ (['nl', 'en'])) {
    test(`kept fair and answered live (${lang})`, { timeout: 190_000 }, async () => {
      const words = evenings[lang];
      const session = await stage.session({ moderation: true, title: { lang, text: lang === 'nl' ? 'Durf te Vragen' : 'Dare to ask' } });
      const facilitator = await stage.desk(session);
      const link = async (/** @type {string} */ role) => {
        const secret = makeId();
        assert.equal((await facilitator.command('create_link', { link: makeId(), role, label: '', secret })).ok, true);
        return secret;
      };
      const moderator = await (await stage.person({ lang, ...phoneSize })).open(`/moderator#${await link('moderator')}`);
      const tablet = await stageWords.StagePage.open(await stage.person({ lang, ...stageWords.tabletSize }), await link('stage'), words.stage);
      const screen = await (await stage.person({ lang, ...projectorSize })).open(`/presenter#${session.presenter_secret}`);
      const texts = [words.first, words.twin, words.named, words.mean];
      const phones = [];
      for (const text of texts) {
        const phone = await phoneWords.PhonePage.scan(await stage.person({ lang }), session.join_key, words.phone);
        await phone.understand();
        phones.push(Object.assign(phone, { text }));
      }
      const [asker, second, , rude] = /** @type {[typeof phones[0], typeof phones[0], typeof phones[0], typeof phones[0]]} */ (phones);

      /** New questions announce themselves, and come when they are asked for: nothing jumps under a finger. */
      const see = (/** @type {typeof phones[0]} */ phone, /** @type {string} */ text) => eventually(async () => {
        const fresh = phone.page.getByRole('button', { name: words.phone.fresh });
        if (await fresh.isVisible()) await fresh.click();
        return await phone.card(text).count() > 0;
      }, `${text} on a phone`);

      // Fifty from one token: one gets in, and nobody else notices.
      const [flooder] = /** @type {[import('../end_to_end/lib/phone.mjs').Phone]} */ (await stage.phones(session, 1));
      const thoughts = Array.from({ length: flood }, (_, number) => flooder.think(`Ruis ${number}`));
      const replies = await Promise.all(thoughts.map((own) => flooder.ask(own)));
      assert.equal(replies.filter(({ ok }) => ok).length, 1);
      assert.deepEqual([...new Set(replies.flatMap((reply) => reply.ok ? [] : [reply.code]))], ['one_per_round']);
      assert.equal((await flooder.withdraw(/** @type {typeof thoughts[0]} */ (thoughts[replies.findIndex(({ ok }) => ok)]))).ok, true);

      for (const phone of phones) await phone.ask(phone.text);
      const card = (/** @type {string} */ text) => moderator.locator('.mod-item').filter({ hasText: text });
      for (const text of texts) await card(text).waitFor(rounds(4));
      for (const phone of phones) assert.equal(await phone.cards().count(), 0, 'nobody sees what waits');

      // The moderator: shows one, covers a name, refuses with a reason, joins two that ask the same.
      await card(words.first).getByRole('button', { name: words.approve }).click();
      await see(asker, words.first);
      await card(words.named).getByRole('button', { name: words.more }).click();
      await moderator.getByRole('button', { name: words.redact }).click();
      for (const name of words.names) await moderator.getByRole('button', { name, exact: true }).click();
      await moderator.getByRole('button', { name: words.cover }).click();
      await card(words.covered).getByRole('button', { name: words.approve }).click();
      await see(asker, words.covered);
      await card(words.mean).getByRole('button', { name: words.refuse }).click();
      await moderator.getByRole('button', { name: words.reason }).click();
      await rude.showOwn();
      await rude.page.locator('.own-item').getByText(words.refusedOwn).waitFor();
      await card(words.twin).getByRole('button', { name: words.likes }).click();
      await moderator.getByRole('region', { name: words.like }).getByRole('button').filter({ hasText: words.first }).click();
      await moderator.locator('.toast').getByText(words.merged).waitFor();
      await second.showOwn();
      await second.page.locator('.own-item').getByText(words.joined).waitFor({ timeout: toldMs + 5_000 });
      await eventually(async () => await asker.support(words.first) === 2, 'the support of whoever asked the twin to follow', 4 * roundMs);
      assert.equal((await facilitator.command('set_screen', { blank: false, join_panel: false })).ok, true);
      const tallied = async (/** @type {import('playwright-core').Page} */ page) => (await page.locator('.tally-line dd.number').allInnerTexts()).map(Number);
      await eventually(async () => (await tallied(screen)).at(-1) === 1 && (await tallied(screen)).at(-2) === 1, 'the tally of the projector', 4 * roundMs);

      // The stage: takes it up, asks back, writes down, blanks, and comes back from a pulled plug to the same place.
      await tablet.question.getByText(words.first).waitFor();
      await tablet.button(words.stage.answerNow).click();
      const large = screen.locator('.stage-text').getByText(words.first);
      await large.waitFor();
      for (const phone of phones) await phone.page.locator('.now').getByText(words.first).waitFor();
      await tablet.button(words.stage.askBack).click();
      await tablet.page.getByLabel(words.askBack).fill(words.asked);
      await tablet.button(words.stage.ask).click();
      await screen.locator('.asked-back').getByText(words.asked).waitFor();
      await asker.showOwn();
      await asker.page.locator('.own-item').getByLabel(words.reply).fill(words.replied);
      await asker.button(words.send).click();
      await moderator.locator('.mod-item').filter({ hasText: words.replied }).getByRole('button', { name: words.approve }).click(rounds(4));
      await screen.locator('.asked-back').getByText(words.replied).waitFor();
      await tablet.button(words.stage.card).click();
      await tablet.page.getByLabel(words.cardText).fill(words.answered);
      await tablet.page.getByLabel(words.cardPromise).fill(words.promise);
      await tablet.button(words.stage.save).click();
      await tablet.button(words.stage.blank).click();
      await screen.locator('.blank').waitFor();
      await tablet.button(words.shown).click();
      await large.waitFor();
      await stage.pullThePlug();
      await screen.getByText(words.lost).waitFor();
      assert.equal(await large.count(), 1, 'the last picture stays');
      await stage.server.start();
      await eventually(async () => await screen.getByText(words.lost).count() === 0, 'the projector to be back', 30_000);
      await large.waitFor();
      await eventually(async () => await tablet.primary.isEnabled() && await tablet.page.locator('.desk-trouble .warn').count() === 0, 'the tablet to be back', 30_000);
      await tablet.primary.click();
      await eventually(async () => await large.count() === 0, 'the projector to move on');
      const judged = asker.page.locator('.own-item');
      await judged.getByLabel(words.partly).check();
      await judged.getByText(words.counted).waitFor();
      await asker.page.locator('.controls select').first().selectOption('answered');
      await asker.card(words.first).getByText(words.promise).waitFor();
      assert.equal([...flooder.replica.questions.values()].some(({ text }) => String(text).includes('Jansen') || text === words.mean), false, 'no phone ever held them');
    });
  }
});
