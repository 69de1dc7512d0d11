// SPDX-License-Identifier: MIT
// Phones and a projector over https: the same evening, without the sentence about the missing lock; and what somebody who only
// sees the network learns from the length of what a phone sends: nothing.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { Certificate } from '../end_to_end/lib/certificate.mjs';
import { eventually, projectorSize } from './lib/browser.mjs';
import { Carrier } from './lib/carrier.mjs';
import { en, nl, PhonePage } from './lib/phone_page.mjs';
import { roundMs, Stage } from './lib/stage.mjs';

const lock = { nl: /Dit adres heeft geen slot/, en: /This address has no lock/ };
const messageBytes = 1_536;
const frameHeadBytes = 8;

/** The lengths of the records that hold data, as they pass on one connection (RFC 8446, 5.1 and 5.2). */
class Records {
  #unread = Buffer.alloc(0);
  /** @type {number[]} */ lengths = [];

  add(/** @type {Buffer} */ bytes) {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    while (this.#unread.length >= 5 && this.#unread.length >= 5 + this.#unread.readUInt16BE(3)) {
      const length = this.#unread.readUInt16BE(3);
      if (this.#unread[0] === 23) this.lengths.push(length);
      this.#unread = this.#unread.subarray(5 + length);
    }
  }
}

describe('over https', { timeout: 120_000 }, () => {
  const stage = new Stage(new Certificate().make().options);
  before(() => stage.open());
  afterEach(() => stage.settle());
  after(() => stage.close());
  const secure = (/** @type {import('./lib/browser.mjs').Look} */ look = {}, /** @type {Carrier | undefined} */ carrier = undefined) =>
    stage.person(look, carrier, stage.server.secureOrigin);

  for (const [lang, words] of /** @type {const} */ ([['nl', nl], ['en', en]])) {
    test(`[TL11] the first screen says what is true of this address (${lang})`, async () => {
      const session = await stage.session();
      const open = await PhonePage.scan(await stage.person({ lang }), session.join_key, words);
      await open.page.getByText(lock[lang]).first().waitFor();
      const closed = await PhonePage.scan(await secure({ lang }), session.join_key, words);
      await closed.button(words.understood).waitFor();
      assert.equal(await closed.page.getByText(lock[lang]).count(), 0);
      await closed.understand();
      await closed.page.locator('.foot').waitFor();
      assert.equal(await closed.page.getByText(lock[lang]).count(), 0);
    });
  }

  test('[TL3] a question goes from a phone to the projector, and a vote comes back', async () => {
    const session = await stage.session();
    const others = await stage.phones(session, 2);
    const asker = await PhonePage.scan(await secure(), session.join_key);
    await asker.understand();
    await asker.ask('Durven we dit met slot?');
    await asker.page.getByText(nl.held).waitFor();
    await Promise.all(others.map((phone, number) => phone.ask(phone.think(`Vraag ${number} zonder slot`)).reply));

    const projector = await (await secure(projectorSize)).open(`/presenter#${session.presenter_secret}`);
    const voter = await PhonePage.scan(await secure(), session.join_key);
    await voter.understand();
    await voter.pill('Durven we dit met slot?').click({ timeout: 6 * roundMs });
    await asker.page.locator('.pill-count').filter({ hasText: '2' }).waitFor({ timeout: 6 * roundMs });
    assert.match(projector.url(), /^https:/);
    await projector.locator('body').filter({ hasText: /[0-9]{3}/ }).waitFor();
  });

  test('[TL8] what a phone sends has one size, whatever it is', async () => {
    const session = await stage.session();
    const others = await stage.phones(session, 3);
    await Promise.all(others.map((phone, number) => phone.ask(phone.think(`Vraag ${number} van een ander`)).reply));
    const carrier = await new Carrier('127.0.0.1').open();
    /** @type {Map<unknown, Records>} */ const heard = new Map();
    let latest = new Records();
    carrier.ear = (socket, bytes) => {
      latest = heard.get(socket) ?? new Records();
      heard.set(socket, latest);
      latest.add(bytes);
    };
    const person = await secure({}, carrier);
    /** @type {string[]} */ const said = [];
    person.context.on('page', (page) => page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => said.push(String(payload)))));

    const phone = await PhonePage.scan(person, session.join_key);
    await phone.understand();
    await phone.pill('Vraag 0 van een ander').click({ timeout: 6 * roundMs });
    await phone.ask('Kort?');
    await phone.page.getByText(nl.held).waitFor();
    await phone.showOwn();
    await phone.button(nl.withdraw).click();
    await phone.pill('Vraag 1 van een ander').click();
    const types = () => said.map((text) => { const { t, type } = JSON.parse(text); return type ?? t; });
    await eventually(() => types().filter((type) => type === 'upvote_question').length === 2, 'the second vote');
    for (const type of ['hello', 'submit_question', 'withdraw_question']) assert.ok(types().includes(type), `${type} in ${types()}`);
    assert.deepEqual(said.filter((text) => Buffer.byteLength(text) !== messageBytes), []);

    // The vote was the last that was heard, so its connection is the WebSocket's: the end of the handshake, the upgrade, messages.
    await eventually(() => latest.lengths.length === said.length + 2, 'every message to pass');
    const messages = latest.lengths.slice(2);
    console.log(`${types().join(' ')}: ${messages.join(' ')}`);
    assert.deepEqual([...new Set(messages)], [messageBytes + frameHeadBytes + 17], 'payload, head of the frame, and what a record of TLS 1.3 adds');
    await carrier.close();
  });
});
