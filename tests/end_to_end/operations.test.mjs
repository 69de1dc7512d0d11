// SPDX-License-Identifier: MIT
// The program as its operator meets it: options, starting twice, stopping, lost links, the host password, and who is turned
// away at the door.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BareScreen, Desk, Phone } from './lib/phone.mjs';
import { makeId } from './lib/ids.mjs';
import { run, Server, temporaryFolder } from './lib/server.mjs';
import { createSession, draftSession, http } from './lib/session.mjs';

const limit = { timeout: 60_000 };

describe('options', limit, () => {
  /** @type {[string, string[], RegExp][]} */
  const wrong = [
    ['no verb', [], /subcommand/i],
    ['an option that there is not', ['serve', '--wings'], /--wings/],
    ['a port that is none', ['serve', '--listen', '127.0.0.1:70000'], /70000/],
    ['an address that is none', ['serve', '--listen', 'somewhere:80', '--check'], /somewhere/],
    ['a number of threads that is none', ['serve', '--threads', 'many'], /many|threads/i],
    ['a configuration file that is not there', ['serve', '--config', '/nowhere/durf.conf'], /nowhere/],
    ['a password file that is not there', ['serve', '--host-password-file', '/nowhere/password', '--check'], /nowhere/],
    ['an address for phones that is none', ['serve', '--address', 'ftp://x', '--check'], /ftp:\/\/x/],
    ['a whole address as a name', ['serve', '--host', 'https://durf.example', '--check'], /--host.*https:\/\/durf\.example/],
    ['a proxy by its name', ['serve', '--proxy', 'proxy.example', '--check'], /--proxy.*proxy\.example/],
    ['a whole network of proxies', ['serve', '--proxy', '10.0.0.0/8', '--check'], /--proxy.*10\.0\.0\.0/],
    ['a host password without an end', ['serve', '--host-password-file', '/dev/zero', '--check'], /--host-password-file.*\/dev\/zero.*1024/],
    ['a configuration without an end', ['serve', '--config', '/dev/zero', '--check'], /configuration file/],
  ];
  for (const [name, args, says] of wrong) {
    test(`${name} ends with words and not with 0`, async () => {
      const inPlace = args[0] === 'serve' ? [...args, '--data', temporaryFolder()] : args;
      const { code, out, err } = await run(inPlace, 5_000);
      assert.notEqual(code, 0);
      assert.notEqual(code, null, 'it went on');
      assert.match(out + err, says);
    });
  }

  test('a misspelled line in the configuration file is named', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'durf.conf');
    writeFileSync(file, 'listen = "127.0.0.1:0"\nwings = 2\n');
    const { code, out, err } = await run(['serve', '--config', file, '--check']);
    assert.notEqual(code, 0);
    assert.match(out + err, /wings/);
  });

  test('--check says that all is well, and starts nothing', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'durf.conf');
    writeFileSync(file, 'listen = "127.0.0.1:0"\nthreads = 1\n');
    const { code, out } = await run(['serve', '--config', file, '--data', join(folder, 'data'), '--check']);
    assert.equal(code, 0);
    assert.match(out, /fine/);
  });

  test('[ST6] proxies stand in the configuration one to a line, or all in one', async () => {
    const folder = temporaryFolder();
    const check = (/** @type {string} */ text) => {
      const file = join(folder, 'durf.conf');
      writeFileSync(file, text);
      return run(['serve', '--config', file, '--data', join(folder, 'data'), '--check']);
    };
    assert.equal((await check('proxy = "10.0.0.7"\nproxy = "2001:db8::7"\n')).code, 0);
    assert.equal((await check('proxy = ["10.0.0.7", "2001:db8::7"]\n')).code, 0);
    const wrong = await check('proxy = "10.0.0.7"\nproxy = "proxy.example"\n');
    assert.notEqual(wrong.code, 0);
    assert.match(wrong.out + wrong.err, /--proxy.*proxy\.example/);
  });

  test('--version', async () => {
    const { code, out } = await run(['--version']);
    assert.equal(code, 0);
    assert.match(out, /^durf \d+\.\d+\.\d+\n$/);
  });
});

describe('a running server', limit, () => {
  const server = new Server();
  /** @type {Awaited<ReturnType<typeof createSession>>} */ let session;
  before(async () => {
    await server.start();
    session = await createSession(server.port, { lobby: false });
  });
  after(() => server.dispose());
  const place = () => ({ port: server.port, comesBack: false });
  const codeOf = async (/** @type {import('./lib/peer.mjs').Peer} */ peer) => {
    await peer.until(() => peer.closeCode !== 0, 'to be closed');
    return peer.closeCode;
  };

  test('/healthz', async () => {
    const { status, text } = await http(server.port, { path: '/healthz' });
    assert.deepEqual([status, text.trim()], [200, 'ok']);
  });

  test('[OP11] the times of the files move all together, though nobody does anything', async () => {
    const times = () => ['durf.db', 'durf.db-wal'].map((name) => statSync(join(server.data, name)).mtimeMs);
    const first = times();
    const oneBeat = (/** @type {number[]} */ now) => now.every((time, number) => time > /** @type {number} */ (first[number]) && Math.abs(time - /** @type {number} */ (now[0])) < 1);
    for (const by = performance.now() + 15_000; !oneBeat(times());) {
      assert.ok(performance.now() < by, `${first} and then ${times()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  test('a second server in the same data directory is refused', async () => {
    const { code, err } = await run(['serve', '--data', server.data, '--listen', '127.0.0.1:0'], 5_000);
    assert.notEqual(code, 0);
    assert.notEqual(code, null);
    assert.ok(err.length > 0);
  });

  test('a second server on the same port is refused', async () => {
    const data = temporaryFolder();
    const { code, err } = await run(['serve', '--data', data, '--listen', `127.0.0.1:${server.port}`], 5_000);
    assert.notEqual(code, 0);
    assert.notEqual(code, null, 'it shares the port in silence');
    assert.match(err, /listen|address/i);
  });

  test('a session made twice with the same ids is one', async () => {
    const draft = draftSession();
    const twice = await Promise.all([1, 2].map(() => http(server.port, { method: 'POST', path: '/api/sessions', body: draft })));
    assert.deepEqual(twice.map(({ status }) => status), [201, 201]);
    assert.equal(twice[0]?.text, twice[1]?.text);
    const other = await http(server.port, { method: 'POST', path: '/api/sessions', body: { ...draftSession(), session: draft.session } });
    assert.deepEqual([other.status, JSON.parse(other.text).code], [409, 'id_taken']);
  });

  test('a session without a title is refused in a code', async () => {
    const { status, text } = await http(server.port, { method: 'POST', path: '/api/sessions', body: draftSession({ title: { lang: 'nl', text: ' ' } }) });
    assert.deepEqual([status, JSON.parse(text).code], [400, 'text_empty']);
  });

  test('a page of somebody else may neither create nor connect', async () => {
    const foreign = { Origin: 'http://elsewhere.example' };
    const posted = await http(server.port, { method: 'POST', path: '/api/sessions', body: draftSession(), headers: foreign });
    assert.equal(posted.status, 403);
    const phone = new Phone({ ...place(), headers: foreign }, { key: session.join_key }).start();
    await phone.until(() => phone.httpStatus !== 0, 'an answer');
    assert.equal(phone.httpStatus, 403);
    // The name of a stranger that leads here: Origin and Host agree, and neither is ours.
    const renamed = await http(server.port, { method: 'POST', path: '/api/sessions', body: draftSession(),
      headers: { Host: `elsewhere.example:${server.port}`, Origin: `http://elsewhere.example:${server.port}` } });
    assert.equal(renamed.status, 421);
  });

  test('wrong keys, codes and secrets are told 4102', async () => {
    for (const stranger of [new Phone(place(), { key: 'AAAAAAAAAAAAAA' }), new Phone(place(), { code: '000000' }), new Desk(place(), makeId())]) {
      assert.equal(await codeOf(stranger.start()), 4102);
    }
  });

  test('a link that is revoked closes what it opened, and opens nothing any more', async () => {
    const facilitator = new Desk(place(), session.facilitator_secret).start();
    const screen = new Desk(place(), session.presenter_secret).start();
    await Promise.all([facilitator.ready(), screen.ready()]);
    const [link] = [...facilitator.replica.links].find(([, { role }]) => role === 'presenter') ?? [''];
    assert.equal((await facilitator.command('revoke_link', { link })).ok, true);
    assert.equal(await codeOf(screen), 4101);
    const closed = await codeOf(new Desk(place(), session.presenter_secret).start());
    assert.ok(closed === 4101 || closed === 4102, `closed with ${closed}`);
    const [own] = [...facilitator.replica.links].find(([, { role }]) => role === 'facilitator') ?? [''];
    assert.equal((await facilitator.command('revoke_link', { link: own })).code, 'last_link');
    facilitator.leave();
  });

  test('a bare screen shows a code; confirmed, it gets a link that works', async () => {
    const facilitator = new Desk(place(), session.facilitator_secret).start();
    const bare = new BareScreen(place()).start();
    await Promise.all([facilitator.ready(), bare.until(() => bare.pairing, 'a pairing code')]);
    assert.match(bare.pairing.code, /^[2-9A-HJ-NP-Z]{6}$/);
    const secret = makeId();
    const confirm = (/** @type {string} */ code) => facilitator.command('confirm_pairing', { code, link: makeId(), role: 'presenter', label: 'beamer', secret });
    assert.equal((await confirm('222222')).code, 'unknown_pairing');
    assert.equal((await confirm(bare.pairing.code)).ok, true);
    await bare.until(() => bare.paired, 'to be paired');
    assert.deepEqual([bare.paired.role, bare.paired.secret], ['presenter', secret]);
    const screen = new Desk(place(), secret).start();
    await screen.ready();
    assert.equal(screen.welcome.role, 'presenter');
    [screen, bare, facilitator].forEach((peer) => peer.leave());
  });

  const linksOf = (/** @type {string} */ out) => [...out.matchAll(/\/(desk|presenter)#([\w-]{22})/g)].map(([, page, secret]) => ({ page, secret: secret ?? '' }));
  const opens = async (/** @type {{page: string | undefined, secret: string}} */ { page, secret }) => {
    const desk = new Desk(place(), secret).start();
    await desk.ready();
    assert.equal(desk.welcome.role, page === 'desk' ? 'facilitator' : 'presenter');
    assert.equal(desk.welcome.session, session.session);
    desk.leave();
  };

  test('`durf links` of a running server gives links that work', async () => {
    const { code, out } = await run(['links', '--data', server.data, session.code]);
    assert.equal(code, 0);
    const links = linksOf(out);
    assert.ok(links.some(({ page }) => page === 'desk'), out);
    for (const link of links) await opens(link);
  });

  test('`durf links --role` gives links for the other desks', async () => {
    const { code, out } = await run(['links', '--data', server.data, '--role', 'moderator', '--role', 'stage', session.code]);
    assert.equal(code, 0);
    const found = [...out.matchAll(/^ {2}(\w+) +http\S+\/(\w+)#([\w-]{22})$/gm)].map(([, role, page, secret]) => ({ role, page, secret: secret ?? '' }));
    assert.deepEqual(found.map(({ role, page }) => [role, page]), [['moderator', 'moderator'], ['stage', 'stage']], out);
    for (const { role, secret } of found) {
      const desk = new Desk(place(), secret).start();
      await desk.ready();
      assert.equal(desk.welcome.role, role);
      desk.leave();
    }
  });

  test('[OP1] no links: it says so, ends with 1, and makes no data directory of a mistyped path', async () => {
    const none = await run(['links', '--data', server.data, '000000']);
    assert.deepEqual([none.code, none.out], [1, '']);
    assert.match(none.err, /^No links/);
    const mistyped = join(temporaryFolder(), 'dtaa');
    const nowhere = await run(['links', '--data', mistyped]);
    assert.deepEqual([nowhere.code, nowhere.out], [1, '']);
    assert.match(nowhere.err, /no data directory of Durf/);
    assert.equal(existsSync(mistyped), false);
  });

  test('`durf links` of a stopped server too, and stopping is graceful', async () => {
    const phone = new Phone(place(), { key: session.join_key }).start();
    await phone.ready();
    const { code, ms } = await server.stop();
    assert.equal(code, 0);
    assert.ok(ms < 5_000, `stopping took ${ms} ms`);
    assert.equal(await codeOf(phone), 1001);
    const answer = await run(['links', '--data', server.data, session.code]);
    assert.equal(answer.code, 0, answer.err);
    const links = linksOf(answer.out);
    assert.ok(links.length > 0, answer.out);
    await server.start();
    for (const link of links) await opens(link);
  });

  test('a session outlives the plug: same code, same link', async () => {
    await server.kill();
    await server.start();
    const phone = new Phone(place(), { code: session.code }).start();
    await phone.ready();
    assert.equal(phone.welcome.session, session.session);
    phone.leave();
  });
});

describe('the host password', limit, () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'password');
  writeFileSync(file, 'open, sesame please\n');
  const server = new Server({ options: ['--host-password-file', file] });
  before(() => server.start());
  after(() => server.dispose());

  test('is announced, asked for and checked', async () => {
    const host = JSON.parse((await http(server.port, { path: '/api/host' })).text);
    assert.equal(host.create, 'password');
    const post = (/** @type {string} */ password) => http(server.port, { method: 'POST', path: '/api/sessions', body: draftSession({ password }) });
    const wrong = await post('open');
    assert.deepEqual([wrong.status, JSON.parse(wrong.text).code], [403, 'wrong_password']);
    assert.equal((await post('open, sesame please')).status, 201);
  });
});
