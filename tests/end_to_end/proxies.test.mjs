// SPDX-License-Identifier: MIT
// nginx and Caddy before the real server, with the sample configurations that the package brings: a session over wss works, the
// server is told one true address and nothing else about a phone, and whatever a phone does or suffers, nothing that the proxy
// writes knows of it. Each part is skipped where its proxy is not installed.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { connect as shakeHands } from 'node:tls';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { filesIn } from './lib/forensics.mjs';
import { Desk, Phone } from './lib/phone.mjs';
import { Glass, isInstalled, Proxy } from './lib/proxy.mjs';
import { Server, temporaryFolder } from './lib/server.mjs';
import { draftSession } from './lib/session.mjs';

const agent = 'Trekvogel/4711';
const language = 'fy-NL';
const forged = '203.0.113.77';
const page = 'intranet.example';
const password = 'een wachtwoord voor de zaal';
/** What browsers say of themselves, each with something by which it would be known. */
const telltale = {
  'User-Agent': agent, Accept: `text/${agent}`, 'Accept-Language': language, Referer: `http://${page}/`, Cookie: `from=${page}`, 'Sec-CH-UA': agent,
  'Sec-CH-UA-Mobile': agent, 'Sec-CH-UA-Platform': agent, 'Sec-CH-UA-Full-Version-List': agent, 'Sec-CH-UA-Model': agent, 'Sec-CH-Prefers-Color-Scheme': agent,
  'Sec-Fetch-Site': agent, 'Sec-GPC': agent, DNT: agent, 'Save-Data': agent, Priority: agent, 'X-Requested-With': agent,
};
const addressOf = (/** @type {number} */ number) => `127.77.${31 + number}.9`;

for (const kind of /** @type {const} */ (['nginx', 'caddy'])) {
  describe(`${kind} before Durf`, { timeout: 90_000, skip: !isInstalled(kind) && `${kind} is not installed` }, () => {
    const proxy = new Proxy(kind);
    const glass = new Glass();
    /** @type {Server} */ let server;
    const session = draftSession({ lobby: false, password });
    const passwordFile = join(temporaryFolder(), 'password');

    before(async () => {
      await proxy.choosePort();
      const name = `127.0.0.1:${proxy.port}`;
      writeFileSync(passwordFile, password);
      server = new Server({ options: ['--host', name, '--address', `https://${name}`, '--host-password-file', passwordFile] });
      await server.start();
      await glass.start(server.port);
      await proxy.start(glass.port);
    });
    after(async () => {
      await proxy.stop();
      await glass.smash();
      await server?.dispose();
    });

    const headers = () => ({ ...telltale, 'X-Forwarded-For': forged });
    const place = (/** @type {number} */ number) => ({ port: proxy.port, localAddress: addressOf(number), secure: true, headers: headers() });

    /** @returns {Promise<import('node:http').IncomingMessage>} */
    const answerTo = (/** @type {string} */ path, body = '', /** @type {Record<string, string>} */ more = {}) => new Promise((resolve, reject) => {
      const asking = request({ ca: proxy.certificate, host: '127.0.0.1', port: proxy.port, localAddress: addressOf(9), path, method: body ? 'POST' : 'GET', agent: false,
        headers: { ...headers(), ...(body ? { 'Content-Type': 'application/json', Origin: `https://127.0.0.1:${proxy.port}` } : {}), ...more } }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer));
      });
      asking.on('error', reject);
      asking.end(body);
    });
    const ask = async (/** @type {string} */ path, body = '') => (await answerTo(path, body)).statusCode;

    /** Bytes that are no TLS. */
    const babble = async () => {
      const socket = connect({ port: proxy.port, host: '127.0.0.1', localAddress: addressOf(8) });
      socket.on('error', () => {});
      socket.write(`GET /${agent} HTTP/1.1\r\n\r\n`);
      socket.resume();
      await once(socket, 'close');
    };

    test('a session is created, with the password', async () => { assert.equal(await ask('/api/sessions', JSON.stringify(session)), 201); });

    test('a session over wss: asked, released, supported', async () => {
      const facilitator = new Desk(place(0), session.facilitator_secret).start();
      const phones = [1, 2, 3].map((number) => new Phone(place(number), { key: session.join_key }).start());
      await Promise.all([facilitator, ...phones].map((peer) => peer.ready()));
      const asked = phones.map((phone, number) => ({ phone, own: phone.think(`Waarom is er nooit ruimte voor vraag ${number}?`) }));
      for (const { phone, own } of asked) assert.equal((await phone.ask(own)).ok, true);
      await facilitator.until(() => facilitator.replica.questions.size === asked.length, 'the questions', 20_000);
      const [first, second] = /** @type {[typeof asked[0], typeof asked[0]]} */ (/** @type {unknown} */ (asked));
      assert.equal((await first.phone.upvote(second.own.id).reply).ok, true);
      for (const peer of [facilitator, ...phones]) {
        assert.deepEqual([peer.joins, peer.faults], [1, []]);
        peer.leave();
      }
    });

    test('pages come through', async () => { assert.deepEqual(await Promise.all(['/', '/home', '/anonymity'].map((path) => ask(path))), [200, 200, 200]); });

    test('what a page may ask for comes through: packed, only when it is new, by its secret', async () => {
      const packed = await answerTo('/home', '', { 'Accept-Encoding': 'gzip' });
      assert.equal(packed.headers['content-encoding'], 'gzip');
      assert.equal((await answerTo('/home', '', { 'Accept-Encoding': 'gzip', 'If-None-Match': packed.headers.etag ?? '' })).statusCode, 304);
      assert.equal((await answerTo('/api/session', '', { 'Durf-Secret': session.facilitator_secret })).statusCode, 200);
    });

    for (const version of /** @type {const} */ (['TLSv1.2', 'TLSv1.3'])) {
      test(`nobody is known again by a session of ${version}`, async () => {
        /** @returns {Promise<{again: boolean, sessions: Buffer[]}>} */
        const comeBy = async (/** @type {Buffer | undefined} */ session) => {
          const socket = shakeHands({ ca: proxy.certificate, host: '127.0.0.1', port: proxy.port, localAddress: addressOf(9), minVersion: version, maxVersion: version, session });
          /** @type {Buffer[]} */ const sessions = [];
          socket.on('session', (given) => sessions.push(given));
          await once(socket, 'secureConnect');
          const again = socket.isSessionReused();
          const own = socket.getSession();
          if (own) sessions.push(own);
          // Tickets of TLS 1.3 come with the first answer.
          socket.write(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${proxy.port}\r\nConnection: close\r\n\r\n`);
          socket.resume();
          await once(socket, 'close');
          return { again, sessions };
        };
        const { sessions } = await comeBy(undefined);
        assert.ok(sessions.length > 0);
        assert.deepEqual(await Promise.all(sessions.map(async (given) => (await comeBy(given)).again)), sessions.map(() => false));
      });
    }

    test('nor over HTTP/3', async () => { assert.equal((await answerTo('/')).headers['alt-svc'], undefined); });

    test('the server is told where a phone is, for its rates, and nothing else about it', () => {
      const told = glass.seen.flatMap((bytes) => [...bytes.matchAll(/^x-forwarded-for: *(.*?)\r$/gim)].map(([, address]) => address));
      assert.equal(glass.seen.filter((bytes) => bytes.startsWith('GET /ws ')).length, 4);
      assert.deepEqual([...new Set(told)].sort(), [0, 1, 2, 3, 9].map(addressOf));
      for (const secret of [agent, language, page, forged]) assert.ok(!glass.seen.some((bytes) => bytes.includes(secret)), `the server is told ${secret}`);
    });

    test('whatever goes wrong, nothing that the proxy wrote knows a phone', async () => {
      await babble();
      assert.equal(await ask(`/${agent}`), 404);
      assert.equal(await ask('/api/sessions', 'x'.repeat(100_000)), 413);
      const phone = new Phone({ ...place(4), comesBack: false }, { key: session.join_key }).start();
      await phone.ready();
      await glass.smash();
      await phone.until(() => !phone.connected, 'the connection to break');
      assert.equal(await ask('/'), 502);
      await proxy.stop();

      const files = filesIn(proxy.folder);
      assert.ok(files.size >= 3, 'there is something to search');
      const secrets = ['127.77.', agent, language, page, forged, session.join_key, session.facilitator_secret, 'nooit ruimte'];
      const lines = [...files].flatMap(([path, bytes]) => bytes.toString('latin1').split('\n').map((line) => `${path}: ${line}`));
      const found = lines.filter((line) => secrets.some((secret) => line.includes(secret)));
      assert.deepEqual(found, []);
    });
  });
}
