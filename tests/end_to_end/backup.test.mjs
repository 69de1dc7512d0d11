// SPDX-License-Identifier: MIT
// A backup of a server that a room is using, and a server made from it in another place. [BK1, BK4, BK5, BK6, BK9]
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { filesIn } from './lib/forensics.mjs';
import { Ledger, roomOf } from './lib/ledger.mjs';
import { Desk, Phone } from './lib/phone.mjs';
import { binary, run, Server, temporaryFolder } from './lib/server.mjs';
import { createSession } from './lib/session.mjs';

const limit = { timeout: 120_000 };
const roundMs = 5_000;
const inRoom = 25;

describe('a room of phones', limit, () => {
  const server = new Server();
  const folder = temporaryFolder();
  const backup = join(folder, 'evening.backup');
  const keys = join(folder, 'evening.keys');
  /** @type {Awaited<ReturnType<typeof createSession>>} */ let session;
  /** @type {Phone[]} */ let phones = [];
  /** @type {string[]} */ let questions = [];
  const ledger = new Ledger();
  let voting = true;
  /** @type {Promise<void>[]} */ let voters = [];

  before(async () => {
    await server.start();
    session = await createSession(server.port, { round_ms: roundMs, lobby: false });
    phones = Array.from({ length: inRoom }, () => new Phone({ port: server.port }, { key: session.join_key }).start());
    await Promise.all(phones.map((phone) => phone.ready()));
    await Promise.all(phones.map(async (phone, number) => {
      const own = phone.think(`Vraag ${number} voor de reservekopie`);
      ledger.asked(`phone ${number}`, own.id, own.text, await phone.ask(own));
    }));
    await phones[0]?.until(() => phones[0]?.replica.questions.size === inRoom, 'the questions', 4 * roundMs);
    questions = [...(phones[0]?.replica.questions.keys() ?? [])];
    let counted = 0;
    let enough = () => {};
    const someVotes = new Promise((/** @type {(value?: unknown) => void} */ resolve) => { enough = resolve; });
    // Each phone votes as fast as it may, each question once and only upwards, so that support only grows.
    voters = phones.map(async (phone, number) => {
      for (const question of questions) {
        if (!voting) return;
        const { revision, reply } = phone.upvote(question);
        ledger.upvoted(`phone ${number}`, question, revision, true, await reply);
        if (++counted === 4 * inRoom) enough();
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
    });
    await someVotes;
  });
  after(() => server.dispose());

  test('has a backup with every answer that was given before it began', async () => {
    const promised = ledger.expected();
    const { code, out, err } = await run(['backup', '--data', server.data, '--to', backup, '--keys', keys]);
    assert.equal(code, 0, err);
    assert.match(out, /1 session to .*1 live/);
    assert.match(err, /whoever has .*evening\.keys/i);
    assert.deepEqual([backup, keys].map((path) => statSync(path).mode & 0o777), [0o600, 0o600]);

    const restored = new Server({ data: join(folder, 'elsewhere') });
    const answer = await run(['restore', '--data', restored.data, '--from', backup, '--keys', keys]);
    assert.equal(answer.code, 0, answer.err);
    assert.match(answer.out, /1 live with everything/);
    await restored.start();
    const screen = new Phone({ port: restored.port }, { code: session.code }).start();
    await screen.ready();
    const lost = () => promised.questions.filter(({ id, text, support }) => {
      const found = roomOf(screen.replica).questions.find((one) => one.id === id);
      return !found || found.text !== text || found.support < support;
    });
    await screen.until(() => lost().length === 0, 'everything that was promised', 3 * roundMs);
    assert.ok(promised.questions.reduce((sum, { support }) => sum + support, 0) > 2 * inRoom, 'there were votes to lose');
    // The token that asked still proves itself, and counts once.
    const again = new Phone({ port: restored.port }, { key: session.join_key }, phones[0]?.token).start();
    await again.ready();
    const repeated = again.command('upvote_question', { question: questions[0], revision: 1, up: true });
    assert.equal((await repeated).ok, true);
    screen.leave();
    again.leave();
    await restored.dispose();
  });

  test('went on meanwhile, and nothing of it is lost', async () => {
    voting = false;
    await Promise.all(voters);
    const last = /** @type {Phone} */ (phones[0]);
    const settled = () => {
      const { lost, doubled, wrong } = ledger.compare(roomOf(last.replica));
      return lost.length + doubled.length + wrong.length === 0;
    };
    await last.until(settled, 'the room as it was promised', 5 * roundMs);
    assert.deepEqual(phones.flatMap((phone) => phone.faults), []);
  });

  test('never has its backup replaced', async () => {
    const before = statSync(backup).size;
    const { code, err } = await run(['backup', '--data', server.data, '--to', backup]);
    assert.notEqual(code, 0);
    assert.match(err, /is there already/);
    assert.equal(statSync(backup).size, before);
  });

  test('is restored empty without the keys, and is named', async () => {
    const restored = new Server({ data: join(folder, 'without-keys') });
    const { code, out, err } = await run(['restore', '--data', restored.data, '--from', backup]);
    assert.equal(code, 0, err);
    assert.match(out, /starts empty/);
    assert.ok(out.includes(session.title.text) && out.includes(session.code), out);
    await restored.start();
    const facilitator = new Desk({ port: restored.port }, session.facilitator_secret).start();
    await facilitator.ready();
    assert.equal(facilitator.replica.questions.size, 0);
    const phone = new Phone({ port: restored.port }, { key: session.join_key }, phones[0]?.token).start();
    await phone.ready();
    assert.equal((await phone.ask(phone.think('Opnieuw begonnen?'))).ok, true);
    [facilitator, phone].forEach((peer) => peer.leave());
    await restored.dispose();
  });

  test('is not hurt when backups are killed, and no half file has the name', async () => {
    const place = join(folder, 'killed');
    mkdirSync(place);
    for (let afterMs = 0; afterMs < 24; afterMs += 2) {
      const to = join(place, `after-${afterMs}`);
      const child = spawn(binary, ['backup', '--data', server.data, '--to', to], { stdio: 'ignore' });
      const over = new Promise((resolve) => child.on('close', resolve));
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill('SIGKILL');
      await over;
      if (!existsSync(to)) continue;
      const whole = await run(['restore', '--data', `${to}-data`, '--from', to]);
      assert.equal(whole.code, 0, `a file that has the name is whole: ${whole.err}`);
    }
    const own = /** @type {Phone} */ (phones[1]);
    assert.equal((await own.upvote(questions[0] ?? '').reply).ok, true);
    const { code, err } = await run(['backup', '--data', server.data, '--to', join(place, 'after-all')]);
    assert.equal(code, 0, err);
  });

  test('gives one backup at a time, and the other is told so', async () => {
    const asked = await Promise.all([0, 1, 2, 3].map((number) => run(['backup', '--data', server.data, '--to', join(folder, `at-once-${number}`)])));
    assert.ok(asked.some(({ code }) => code === 0));
    for (const { code, err } of asked) if (code !== 0) assert.match(err, /Another backup is under way/);
  });

  test('has nobody\'s half file when the server is killed, and a backup without a server', async () => {
    const place = join(folder, 'server-killed');
    mkdirSync(place);
    const asked = run(['backup', '--data', server.data, '--to', join(place, 'cut')]);
    await server.kill();
    const { code } = await asked;
    if (code !== 0) assert.deepEqual(readdirSync(place), []);
    const alone = await run(['backup', '--data', server.data, '--to', join(place, 'alone')]);
    assert.equal(alone.code, 0, alone.err);
    assert.match(alone.out, /1 live/);
    await server.start();
    await Promise.all(phones.map((phone) => phone.ready()));
    phones.forEach((phone) => phone.leave());
  });

  test('names sessions without a key at a terminal only: what is written elsewhere stays', async () => {
    const keyless = new Server();
    after(() => keyless.dispose());
    await keyless.start();
    const { title, code: joinCode } = await createSession(keyless.port);
    await keyless.stop();
    readdirSync(join(keyless.data, 'keys')).forEach((key) => rmSync(join(keyless.data, 'keys', key)));
    const args = (/** @type {string} */ name) => ['backup', '--data', keyless.data, '--to', join(folder, name)];
    const named = (/** @type {string} */ text) => [title.text, joinCode].map((secret) => text.includes(secret));

    const { code, out, err } = await run(args('at-night'));
    assert.equal(code, 0, err);
    assert.match(err, /Of 1 session only code, links and settings/);
    assert.deepEqual(named(out + err), [false, false]);
    const atATerminal = spawnSync('script', ['-qec', [binary, ...args('by-hand')].join(' '), '/dev/null'], { encoding: 'utf8' });
    assert.equal(atATerminal.status, 0, atATerminal.stdout);
    assert.deepEqual(named(atATerminal.stdout), [true, true]);
  });

  test('a place without a data directory is refused, and none is made', async () => {
    const nowhere = join(folder, 'nowhere');
    const { code, err } = await run(['backup', '--data', nowhere, '--to', join(folder, 'nothing')]);
    assert.notEqual(code, 0);
    assert.match(err, /no data directory/);
    assert.equal(existsSync(nowhere), false);
    assert.equal(filesIn(folder).has(join(folder, 'nothing')), false);
  });
});
