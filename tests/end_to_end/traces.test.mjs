// SPDX-License-Identifier: MIT
// What must not be left behind. Phones with addresses, user agents and tokens of their own use a session, the server is killed
// in the middle; then every byte of its data directory and every line that it wrote is searched, in every spelling in which a
// thing could have been written. And a withdrawn text is gone from all files within ten seconds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { filesIn, legibleRecords } from './lib/forensics.mjs';
import { Desk, Phone } from './lib/phone.mjs';
import { run, Server, temporaryFolder } from './lib/server.mjs';
import { createSession } from './lib/session.mjs';
import { ofBits, ofText, reversed } from './lib/spellings.mjs';

const promisedMs = 10_000;
const roundMs = 5_000;

const numbers = (/** @type {string} */ address) => Buffer.from(address.split('.').map(Number));

/** @param {Map<string, Buffer>} haystack @param {[string, Buffer[]][]} needles @returns {string[]} one line for each thing found */
function search(haystack, needles) {
  return [...haystack].flatMap(([path, bytes]) =>
    needles.filter(([, spellings]) => spellings.some((spelling) => bytes.includes(spelling))).map(([name]) => `${name} in ${path}`));
}

test('the search finds what is there, in each spelling', () => {
  const token = 'SecretTokenOfAPhone_-A';
  const hidden = ofBits(token).map((spelling, number) => /** @type {[string, Buffer]} */ ([`file ${number}`, Buffer.concat([Buffer.from('before'), spelling, Buffer.from('after')])]));
  assert.equal(search(new Map(hidden), [['token', ofBits(token)]]).length, hidden.length);
  assert.deepEqual(search(new Map([['other', Buffer.from('nothing of the kind')]]), [['token', ofBits(token)]]), []);
});

describe('a used server', { timeout: 120_000 }, () => {
  const server = new Server({ options: ['--log-level', 'debug'] });
  /** @type {Phone[]} */ let phones = [];
  /** @type {Desk} */ let facilitator;
  /** @type {Awaited<ReturnType<typeof createSession>>} */ let session;
  /** @type {{phone: Phone, own: import('./lib/phone.mjs').Own}[]} */ let asked = [];
  const addressOf = (/** @type {number} */ number) => `127.${77 + number}.${201 - number}.${33 + number}`;
  const agentOf = (/** @type {number} */ number) => `Trekvogel/${4711 + number} (Weegschaal; ${number})`;

  before(async () => {
    await server.start();
    session = await createSession(server.port, { round_ms: roundMs, lobby: false });
    facilitator = new Desk({ port: server.port }, session.facilitator_secret).start();
    phones = Array.from({ length: 12 }, (_, number) => new Phone(
      { port: server.port, localAddress: addressOf(number), headers: { 'User-Agent': agentOf(number), 'Accept-Language': 'fy-NL', Referer: 'http://intranet.example/teamdag' } },
      { key: session.join_key }).start());
    await Promise.all([facilitator, ...phones].map((peer) => peer.ready()));
    asked = phones.map((phone, number) => ({ phone, own: phone.think(`Waarom verdwijnt ${number} kastanjebruine olifant?`) }));
    for (const { phone, own } of asked) assert.equal((await phone.ask(own)).ok, true);
    await facilitator.until(() => facilitator.replica.questions.size === asked.length, 'the questions', 4 * roundMs);
    const votes = phones.flatMap((phone) => asked.slice(0, 4).map(({ own }) => phone.upvote(own.id).reply));
    await server.kill();
    await server.start();
    assert.ok((await Promise.all(votes)).every(({ ok }) => ok));
    phones.slice(0, 3).forEach((phone) => phone.vanish(true));
    await Promise.all(phones.map((phone) => phone.ready()));
  });
  after(() => server.dispose());

  const needles = () => phones.flatMap(({ token }, number) => /** @type {[string, Buffer[]][]} */ ([
    [`token ${number}`, ofBits(token)],
    [`address ${number}`, [...ofText(addressOf(number))]],
    [`user agent ${number}`, ofText(agentOf(number))],
    [`half a user agent ${number}`, ofText(agentOf(number).slice(0, 14))],
  ])).concat([['language', ofText('fy-NL')], ['referrer', ofText('intranet.example')]]);

  test('no file knows a token, an address, a user agent, a language or a referrer', () => {
    const files = filesIn(server.data);
    assert.ok([...files.keys()].some((path) => path.endsWith('durf.db')), 'there is a database to search');
    assert.deepEqual(search(files, needles()), []);
    // Four bytes occur by chance in ciphertext; in the little that is in the clear they would be a row of them.
    const inOrder = Buffer.concat([0, 1, 2].map((number) => numbers(addressOf(number))));
    assert.deepEqual(search(files, [['addresses as numbers', [inOrder, reversed(inOrder)]]]), []);
  });

  test('no file holds a question in the clear, nor its secret or a key of the phones', () => {
    const texts = asked.flatMap(({ own }, number) => /** @type {[string, Buffer[]][]} */ ([[`text ${number}`, ofText(own.text)], [`secret ${number}`, ofBits(own.secret)], [`id ${number}`, ofBits(own.id)]]));
    const secrets = /** @type {[string, Buffer[]][]} */ ([['facilitator secret', ofBits(session.facilitator_secret)], ['presenter secret', ofBits(session.presenter_secret)]]);
    assert.deepEqual(search(filesIn(server.data), [...texts, ...secrets]), []);
  });

  test('no backup holds any of it, nor a piece of a record of the log, nor a key [BK2, BK3]', async () => {
    const folder = temporaryFolder();
    const [to, keysTo] = ['backup', 'keys'].map((name) => join(folder, name));
    const records = legibleRecords(filesIn(server.data), session.session).map(({ ciphertext }, number) =>
      /** @type {[string, Buffer[]]} */ ([`record ${number}`, [ciphertext.subarray(0, 24), ciphertext.subarray(-24)]]));
    assert.ok(records.length > 0);
    const keys = [...filesIn(server.data)].filter(([path]) => path.includes('/keys/')).map(([path, bytes]) =>
      /** @type {[string, Buffer[]]} */ ([path, ofBits(bytes.toString('base64url'))]));
    assert.ok(keys.length > 0);
    const { code, err } = await run(['backup', '--data', server.data, '--to', to ?? '', '--keys', keysTo ?? '']);
    assert.equal(code, 0, err);
    const texts = asked.flatMap(({ own }, number) => /** @type {[string, Buffer[]][]} */ ([[`text ${number}`, ofText(own.text)], [`secret ${number}`, ofBits(own.secret)], [`id ${number}`, ofBits(own.id)]]));
    const secrets = /** @type {[string, Buffer[]][]} */ ([['facilitator secret', ofBits(session.facilitator_secret)], ['presenter secret', ofBits(session.presenter_secret)]]);
    const file = new Map([['the backup', readFileSync(to ?? '')]]);
    assert.deepEqual(search(file, [...needles(), ...texts, ...secrets, ...records, ...keys]), []);
    const beside = new Map([['the keys', readFileSync(keysTo ?? '')]]);
    assert.deepEqual(search(beside, [...needles(), ...texts, ...secrets]), []);
    assert.ok(search(beside, keys).length > 0, 'the search would find a key');
  });

  test('no line of the log tells of any of it', () => {
    const log = new Map([['log', Buffer.from(server.output)]]);
    const texts = asked.map(({ own }, number) => /** @type {[string, Buffer[]]} */ ([`text ${number}`, ofText(own.text)]));
    const own = /** @type {[string, Buffer[]][]} */ ([['join key', ofBits(session.join_key)], ['facilitator secret', ofBits(session.facilitator_secret)]]);
    assert.deepEqual(search(log, [...needles(), ...texts, ...own]), []);
    assert.ok(!/\b127\.(?!0\.0\.1\b)/.test(server.output), server.output);
  });

  test('a withdrawn text is gone from every file and every page within ten seconds', async () => {
    const { phone, own } = /** @type {typeof asked[number]} */ (asked[5]);
    const holding = () => legibleRecords(filesIn(server.data), session.session).filter(({ plain }) => plain.includes(own.text));
    const records = holding();
    assert.ok(records.length > 0, 'with the key, the text can be found before it is withdrawn');
    const remains = () => search(filesIn(server.data), records.map(({ ciphertext }, number) => [`piece ${number}`, [ciphertext.subarray(0, 24), ciphertext.subarray(-24)]]));
    assert.ok(remains().length > 0);

    const from = performance.now();
    assert.equal((await phone.withdraw(own)).ok, true);
    await Promise.all(phones.map((one) => one.until(() => !one.replica.questions.has(own.id), 'the question to go')));
    while (holding().length > 0 || remains().length > 0) {
      assert.ok(performance.now() - from < promisedMs, `after ${promisedMs} ms: ${[...holding().map(({ path }) => path), ...remains()].join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const newcomer = new Phone({ port: server.port }, { key: session.join_key }).start();
    await newcomer.ready();
    assert.equal(newcomer.replica.questions.has(own.id), false);
    assert.equal(newcomer.replica.questions.size, asked.length - 1);
    newcomer.leave();
  });
});
