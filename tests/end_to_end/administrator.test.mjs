// SPDX-License-Identifier: MIT
// What programs that watch over the server are told: readiness, metrics, the log, the service manager, and how it ended.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Certificate } from './lib/certificate.mjs';
import { Desk, Phone } from './lib/phone.mjs';
import { binary, run, Server, temporaryFolder } from './lib/server.mjs';
import { ServiceManager } from './lib/service_manager.mjs';
import { createSession, http } from './lib/session.mjs';

const limit = { timeout: 120_000 };
const metricsPort = (/** @type {Server} */ server) => Number(/metrics at http:\/\/127\.0\.0\.1:(\d+)\/metrics/.exec(server.output)?.[1] ?? 0);
const scrape = async (/** @type {Server} */ server) => (await http(metricsPort(server), { path: '/metrics' })).text;
/** @returns the value of one sample */
const sample = (/** @type {string} */ text, /** @type {string} */ name) => Number(text.split('\n').find((line) => line.startsWith(`${name} `))?.split(' ').pop());

const quoted = (/** @type {string | undefined} */ text) => `'${String(text).replaceAll("'", "'\\''")}'`;

/** Asks again until it fits. @template T @param {() => Promise<T>} ask @param {(answer: T) => boolean} fits */
async function eventually(ask, fits) {
  for (const until = performance.now() + 20_000; ;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > until) assert.fail(`it did not come; last: ${JSON.stringify(answer)}`);
  }
}

describe('readiness', limit, () => {
  const server = new Server();
  before(() => server.start());
  after(() => server.dispose());

  test('[OP2] a server that has read its sessions is ready, under whatever name', async () => {
    await createSession(server.port);
    await server.stop();
    await server.start();
    const ask = () => http(server.port, { path: '/readyz', headers: { Host: 'balancer.example' } });
    const { status, text } = await eventually(ask, (answer) => answer.status === 200 || !answer.text.startsWith('starting'));
    assert.deepEqual([status, text], [200, 'ready\n']);
  });
});

// A disk of its own for the program, where the system lets one be made.
const onSmallDisk = (/** @type {string} */ data, /** @type {number} */ megabytes) => [
  '-rm', 'sh', '-c', `mount -t tmpfs -o size=${megabytes}m,mode=700 tmpfs '${data}' && exec "$0" "$@"`];
const noDisks = spawnSync('unshare', [...onSmallDisk('/mnt', 1), 'true']).status !== 0 && 'no disk can be made here';

describe('a small disk', { ...limit, skip: noDisks }, () => {
  test('[OP2] readiness says that it is full; who is there goes on', async () => {
    const data = temporaryFolder();
    const program = join(temporaryFolder(), 'durf');
    // 20 MB: enough for any session, and less than what is to be left.
    const [unshare, ...command] = ['unshare', ...onSmallDisk(data, 20)];
    writeFileSync(program, `#!/bin/sh\nexec ${unshare} ${command.slice(0, 3).join(' ')} ${quoted(command[3])} '${binary}' "$@"\n`, { mode: 0o755 });
    const server = new Server({ data, program });
    await server.start();
    const ready = await eventually(() => http(server.port, { path: '/readyz' }), ({ text }) => !text.startsWith('starting'));
    assert.deepEqual([ready.status, ready.text.split(':')[0]], [503, 'disk_full']);
    assert.equal((await http(server.port, { path: '/healthz' })).status, 200);
    const session = await createSession(server.port);
    const phone = new Phone({ port: server.port, comesBack: false }, { key: session.join_key }).start();
    await phone.ready();
    assert.equal((await phone.ask(phone.think('Past dit er nog bij?'))).ok, true);
    phone.leave();
    assert.equal((await server.stop()).code, 0);
    await server.dispose();
  });
});

describe('metrics', limit, () => {
  const server = new Server({ options: ['--metrics', '127.0.0.1:0'] });
  /** @type {Awaited<ReturnType<typeof createSession>>} */ let session;
  before(async () => {
    await server.start();
    session = await createSession(server.port, { lobby: true });
  });
  after(() => server.dispose());

  test('[OP6] are on a port of their own, and not among the pages', async () => {
    const { status, headers, text } = await http(metricsPort(server), { path: '/metrics' });
    assert.equal(status, 200);
    assert.match(String(headers['content-type']), /^text\/plain; version=0\.0\.4/);
    assert.equal(sample(text, 'durf_sessions'), 1);
    assert.equal((await http(server.port, { path: '/metrics' })).status, 404);
  });

  test('[OP4] stand still to the byte, whatever phones do, until a round is released', async () => {
    const place = { port: server.port, comesBack: false };
    const still = await scrape(server);
    const phones = [1, 2, 3, 4].map(() => new Phone(place, { key: session.join_key }).start());
    await Promise.all(phones.map((phone) => phone.ready()));
    assert.equal(await scrape(server), still, 'after joining');
    const questions = phones.map((phone, at) => phone.think(`Wanneer horen wij het? ${at}`));
    for (const [at, phone] of phones.entries()) {
      assert.equal((await phone.ask(questions[at])).ok, true);
      assert.equal(await scrape(server), still, 'after a question');
    }
    assert.equal((await phones[0].ask(phones[0].think('Nog een'))).code, 'one_per_round');
    assert.equal(await scrape(server), still, 'after a refusal');
    assert.equal((await phones[3].withdraw(questions[3])).ok, true);
    phones[3].leave();
    assert.equal(await scrape(server), still, 'after a withdrawal and a farewell');

    const desk = new Desk(place, session.facilitator_secret).start();
    await desk.ready();
    assert.equal((await desk.command('go_live', {})).ok, true);
    // The first publication is now, and the next a minute later: one that had come with a tap would have taken its place.
    const moved = await eventually(() => scrape(server), (text) => text !== still);
    assert.equal(sample(moved, 'durf_rounds_total'), 1);
    assert.equal(sample(moved, 'durf_participants'), 3);
    assert.equal(sample(moved, 'durf_commands_total{side="participants",outcome="accepted"}'), 5);
    assert.equal(sample(moved, 'durf_commands_total{side="participants",outcome="refused"}'), 1);
    assert.ok(sample(moved, 'process_resident_memory_bytes') > 0);
    assert.ok(!moved.includes(session.session) && !moved.includes(session.code), 'it names the session');
    [...phones, desk].forEach((peer) => peer.leave());
  });

  test('[OP4, OP6] beside TLS they stay on plain http, and count who comes by either door', async () => {
    const secured = new Server({ options: ['--metrics', '127.0.0.1:0', '--log-format', 'json', ...new Certificate().make().options] });
    await secured.start();
    const room = await createSession(secured.port, { lobby: true });
    const still = await scrape(secured);
    const peers = [true, true, false].map((secure) =>
      new Phone({ port: secure ? secured.tlsPort : secured.port, secure, comesBack: false }, { key: room.join_key }).start());
    await Promise.all(peers.map((phone) => phone.ready()));
    const early = peers.map((phone) => phone.ask(phone.think('Wanneer horen wij het?')));
    assert.ok((await Promise.all(early)).every(({ ok }) => ok));
    // Neither does a handshake that comes to nothing move them.
    const half = connect(secured.tlsPort, '127.0.0.1');
    await once(half, 'connect');
    const closed = new Promise((resolve) => { half.on('close', resolve); });
    half.on('error', () => {}).end('no TLS at all\r\n\r\n').resume();  // it may be reset: what it said was not read
    await closed;
    assert.equal(await scrape(secured), still);
    const desk = new Desk({ port: secured.tlsPort, secure: true, comesBack: false }, room.facilitator_secret).start();
    await desk.ready();
    assert.equal((await desk.command('go_live', {})).ok, true);
    const moved = await eventually(() => scrape(secured), (text) => text !== still);
    assert.equal(sample(moved, 'durf_participants'), 3);
    assert.equal(sample(moved, 'durf_desks'), 1);
    [...peers, desk].forEach((peer) => peer.leave());
    await secured.dispose();
  });

  test('[OP6] for all the network are told with a warning', async () => {
    const open = new Server({ options: ['--metrics', '0.0.0.0:0'] });
    await open.start();
    await open.dispose();
    assert.match(open.output, /warning metrics can be read by every machine that reaches 0\.0\.0\.0/);
    assert.doesNotMatch(server.output, /every machine/);
  });

  test('[OP6] an address that is taken ends it with 69', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (taken.address());
    const { code, err } = await run(['serve', '--data', temporaryFolder(), '--listen', '127.0.0.1:0', '--metrics', `127.0.0.1:${port}`], 10_000);
    taken.close();
    assert.equal(code, 69, err);
    assert.match(err, /metrics/);
  });
});

describe('the log', limit, () => {
  test('[OP8] as JSON: every line of everything that is written is one object', async () => {
    const server = new Server({ options: ['--log-format', 'json'] });
    await server.start();
    const session = await createSession(server.port);
    const phone = new Phone({ port: server.port, comesBack: false }, { key: session.join_key }).start();
    await phone.ready();
    const { code } = await server.stop();
    assert.equal(code, 0);
    const lines = server.output.trimEnd().split('\n').map((line) => JSON.parse(line));
    for (const line of lines) assert.deepEqual(Object.keys(line), ['time', 'level', 'text']);
    assert.equal(lines.at(-1).text, 'stopped');
    await server.dispose();
  });
});

describe('a service manager', limit, () => {
  const manager = new ServiceManager();
  before(() => manager.start());
  after(() => manager.stop());

  test('[OP9] hears that the server is ready, that it is alive, and that it stops', async () => {
    const server = new Server({ environment: { ...manager.environment, WATCHDOG_USEC: '100000' } });
    after(() => server.dispose());
    await server.start();
    await manager.hears('READY=1');
    await manager.hears('WATCHDOG=1');
    await manager.hears('WATCHDOG=1');
    await server.stop();
    assert.ok(!manager.heard.includes('READY'), 'ready once');
    await manager.hears('STOPPING=1');
  });

  test('[OP9] may send SIGHUP to a server without a certificate; a terminal that is closed ends one', async () => {
    const server = new Server({ environment: manager.environment });
    after(() => server.dispose());
    await server.start();
    await manager.hears('READY=1');
    process.kill(server.pid, 'SIGHUP');
    await manager.hears('RELOADING=1');
    await manager.hears('READY=1');
    assert.equal((await http(server.port, { path: '/healthz' })).text, 'ok\n');
    assert.equal((await server.stop()).code, 0);

    const atATerminal = new Server();
    after(() => atATerminal.dispose());
    await atATerminal.start();
    assert.equal((await atATerminal.stop('SIGHUP')).by, 'SIGHUP');
  });
});

describe('how it ends', limit, () => {
  const serve = (/** @type {string[]} */ ...more) => run(['serve', '--listen', '127.0.0.1:0', ...more], 10_000);
  test('[OP1] 64, 78 and 1 for what the administrator can mend', async () => {
    const folder = temporaryFolder();
    assert.equal((await serve('--data', folder, '--wings')).code, 64);
    writeFileSync(join(folder, 'file'), 'text');
    const inAFile = await serve('--data', join(folder, 'file'));
    assert.equal(inAFile.code, 78);
    assert.match(inAFile.err, /file' is not a directory/);
    mkdirSync(join(folder, 'damaged'), { mode: 0o700 });
    writeFileSync(join(folder, 'damaged', 'durf.db'), 'not a database, and longer than the head of one '.repeat(50));
    const damaged = await serve('--data', join(folder, 'damaged'));
    assert.equal(damaged.code, 1, damaged.err);
  });

  test('[OP1, OP3] 69 while another one serves; checking is possible all the same', async () => {
    const server = new Server();
    await server.start();
    assert.equal((await serve('--data', server.data)).code, 69);
    assert.equal((await run(['serve', '--data', temporaryFolder(), '--listen', `127.0.0.1:${server.port}`], 10_000)).code, 69);
    assert.equal((await serve('--data', server.data, '--check')).code, 0);
    assert.equal((await server.stop()).code, 0);
    await server.dispose();
  });

  test('[OP3] --check finds what would stop the start', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), 'text');
    const fine = { '--data': join(folder, 'data'), '--listen': '127.0.0.1:0', '--metrics': '127.0.0.1:0' };
    const check = (/** @type {Record<string, string>} */ change) => run(['serve', '--check', ...Object.entries({ ...fine, ...change }).flat()], 10_000);
    assert.equal((await check({})).code, 0);
    for (const wrong of [{ '--data': join(folder, 'file') }, { '--metrics': 'somewhere:9464' }, { '--metrics': '127.0.0.1' }, { '--listen': 'here:80' }]) {
      const { code, err } = await check(wrong);
      assert.equal(code, 78, `${JSON.stringify(wrong)}: ${err}`);
    }
  });
});
