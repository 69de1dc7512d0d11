// SPDX-License-Identifier: MIT
// The program with a certificate: pages and phones over TLS beside plain http, a certificate that is renewed while people are
// in the room, and what the operator is told of files that are no pair.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { after, before, describe, test } from 'node:test';
import { connect as connectPlain } from 'node:net';
import { connect } from 'node:tls';
import { Certificate } from './lib/certificate.mjs';
import { Desk, Phone } from './lib/phone.mjs';
import { run, Server, temporaryFolder } from './lib/server.mjs';
import { createSession, http } from './lib/session.mjs';

const limit = { timeout: 60_000 };
const configError = 78;

/** @param {number} port @param {import('node:tls').ConnectionOptions} [how] */
async function shakeHands(port, how) {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...how });
  await once(socket, 'secureConnect');
  const seen = { version: socket.getProtocol(), serial: socket.getPeerCertificate().serialNumber };
  socket.destroy();
  return seen;
}

/** @param {string} address @returns {Promise<{status: number | undefined, headers: import('node:http').IncomingHttpHeaders, text: string}>} */
const fetchOver = (address, headers = {}) => new Promise((resolve, reject) => {
  get(address, { rejectUnauthorized: false, agent: false, headers }, (answer) => {
    let text = '';
    answer.on('data', (part) => { text += part; });
    answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
  }).on('error', reject);
});

describe('a server with a certificate', limit, () => {
  const files = new Certificate().make(0x11);
  const server = new Server({ options: files.options });
  /** @type {Awaited<ReturnType<typeof createSession>>} */ let session;
  before(async () => {
    await server.start();
    session = await createSession(server.port, { lobby: false });
  });
  after(() => server.dispose());
  /** @type {import('./lib/peer.mjs').Peer[]} */ const peers = [];
  after(() => peers.forEach((peer) => peer.leave()));
  const phone = (/** @type {boolean} */ secure) => {
    const peer = new Phone({ port: secure ? server.tlsPort : server.port, secure }, { key: session.join_key }).start();
    peers.push(peer);
    return peer;
  };

  test('[TL1] pages come over TLS and over plain http, with the same headers', async () => {
    const plain = await http(server.port, { path: '/' });
    const secure = await fetchOver(`${server.secureOrigin}/`);
    assert.equal(secure.status, 200);
    assert.equal(secure.text, plain.text);
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cache-control'])
      assert.equal(secure.headers[name], plain.headers[name], name);
    assert.equal((await fetchOver(`${server.secureOrigin}/healthz`)).text, 'ok\n');
  });

  test('[TL1] versions 1.2 and 1.3, and none before them', async () => {
    assert.equal((await shakeHands(server.tlsPort)).version, 'TLSv1.3');
    assert.equal((await shakeHands(server.tlsPort, { maxVersion: 'TLSv1.2' })).version, 'TLSv1.2');
    await assert.rejects(shakeHands(server.tlsPort, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }));
  });

  test('[TL3] phones over TLS and over plain http are in one room', async () => {
    const [inside, outside] = [phone(true), phone(false)];
    await Promise.all([inside.ready(), outside.ready()]);
    const own = inside.think('Wie leest hier mee?');
    assert.equal((await inside.ask(own)).ok, true);
    const others = [outside, phone(true)];
    await others[1]?.ready();
    for (const other of others) assert.equal((await other.ask(other.think('Nog een vraag'))).ok, true);
    await outside.until(() => outside.replica.questions.has(own.id), 'the question that came over TLS');
    const { reply } = outside.upvote(own.id);
    assert.equal((await reply).ok, true);
    await inside.until(() => inside.replica.questions.get(own.id)?.support === 2, 'the vote that came over plain http');
    assert.deepEqual(peers.flatMap(({ faults }) => faults), []);
  });

  test('[TL6] a page that came over plain http may not speak over TLS', async () => {
    const stranger = new Desk({ port: server.tlsPort, secure: true, comesBack: false, headers: { Origin: `http://127.0.0.1:${server.tlsPort}` } }, session.facilitator_secret).start();
    await stranger.until(() => stranger.httpStatus !== 0, 'to be refused');
    assert.equal(stranger.httpStatus, 403);
  });

  test('[TL5] SIGHUP: who comes gets the new certificate, who is there stays, and a bad file changes nothing', async () => {
    const early = phone(true);
    await early.ready();
    const joins = early.joins;
    assert.equal((await shakeHands(server.tlsPort)).serial, '11');

    files.make(0x22);
    process.kill(server.pid, 'SIGHUP');
    await until(() => /new connections get the certificate/.test(server.output));
    assert.equal((await shakeHands(server.tlsPort)).serial, '22');

    writeFileSync(files.key, 'not a key');
    process.kill(server.pid, 'SIGHUP');
    await until(() => /the certificate stays as it was: .*own\.key' holds no key/.test(server.output));
    assert.equal((await shakeHands(server.tlsPort)).serial, '22');

    assert.equal((await early.ask(early.think('Ben ik er nog?'))).ok, true);
    assert.equal(early.joins, joins);
  });

  test('[TL4] it stops as one without: phones are told, and half a handshake holds nothing up', async () => {
    const inside = new Phone({ port: server.tlsPort, secure: true, comesBack: false }, { key: session.join_key }).start();
    await inside.ready();
    const silent = connectPlain(server.tlsPort, '127.0.0.1');
    const half = connectPlain(server.tlsPort, '127.0.0.1', () => half.write(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01])));  // as a hello begins
    await Promise.all([silent, half].map((socket) => once(socket, 'connect')));
    await shakeHands(server.tlsPort);  // those before it were accepted
    const gone = Promise.all([silent, half].map((socket) => new Promise((resolve) => { socket.on('error', () => {}).on('close', resolve).resume(); })));
    const { code, ms } = await server.stop();
    assert.equal(code, 0);
    assert.ok(ms < 2_000, `stopping took ${ms} ms`);
    await inside.until(() => inside.closeCode !== 0, 'to be told');
    assert.equal(inside.closeCode, 1001);
    await gone;
  });
});

/** @param {() => boolean} holds */
async function until(holds) {
  const end = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('not within 20 s');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('options', limit, () => {
  const files = new Certificate().make();
  const other = new Certificate().make();
  const check = (/** @type {string[]} */ ...options) => run(['serve', '--check', '--data', temporaryFolder(), ...options], 5_000);

  test('[TL5] --check takes a pair', async () => {
    const { code, out } = await check('--tls-cert', files.certificate, '--tls-key', files.key);
    assert.deepEqual([code, out], [0, 'The configuration is fine.\n']);
  });

  /** @type {[string, string[], number, RegExp][]} */
  const wrong = [
    ['a key of another certificate', ['--tls-cert', files.certificate, '--tls-key', other.key], configError, /does not belong to the certificate/],
    ['a certificate that is not there', ['--tls-cert', '/nowhere', '--tls-key', files.key], configError, /'\/nowhere' cannot be read/],
    ['a key in place of the certificate', ['--tls-cert', files.key, '--tls-key', files.key], configError, /holds no certificate/],
    ['a certificate without a key', ['--tls-cert', files.certificate], 64, /--tls-key/],
    ['a port that is none', ['--tls-cert', files.certificate, '--tls-key', files.key, '--tls-listen', '127.0.0.1:x'], configError, /--tls-listen/],
  ];
  for (const [name, given, expected, says] of wrong) {
    test(`[TL5] ${name} is refused in words`, async () => {
      const { code, err } = await check(...given);
      assert.equal(code, expected);
      assert.match(err, says);
    });
  }

  test('[TL10] phones are sent to https only by a name', async () => {
    for (const [options, address] of /** @type {[string[], RegExp][]} */ ([
      [[], /Phones on the same network: +http:\/\//],
      [['--host', 'durf.example'], /Phones on the same network: +https:\/\/durf\.example:\d+\n/],
      [['--host', 'durf.example:443'], /Phones on the same network: +https:\/\/durf\.example:443\n/],
    ])) {
      const server = new Server({ options: [...files.options, ...options] });
      await server.start();
      assert.match(server.output, address);
      await server.dispose();
    }
  });
});
