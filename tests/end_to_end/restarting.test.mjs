// SPDX-License-Identifier: MIT
// A disk and a memory that fail under the real program, and scripts/run, which starts it again after a fault and after nothing else. The
// script runs as it is; only what it would install and build is left out, and where a made-up server stands in for the real one,
// that one says how often it was started.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Desk, Phone } from './lib/phone.mjs';
import { binary, Server, temporaryFolder } from './lib/server.mjs';
import { createSession, http } from './lib/session.mjs';

const limit = { timeout: 60_000 };
const root = fileURLToPath(new URL('../../', import.meta.url));
const [bug, diskFault] = [70, 75];

/** A tree with this script and a server in it. @param {string} server what the server is, as a program for the shell */
function tree(server) {
  const folder = temporaryFolder();
  const program = join(folder, 'durf');
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(join(root, 'scripts/run'), join(folder, 'scripts/run'));
  writeFileSync(join(folder, 'scripts/common.sh'), `source '${join(root, 'scripts/common.sh')}'\nroot='${folder}'\nserver='${program}'\ninstall_packages() { :; }\nbuild_server() { :; }\n`);
  writeFileSync(program, `#!/bin/sh\n${server}\n`);
  chmodSync(program, 0o755);
  return folder;
}

/** @param {string} folder @param {string[]} args @param {Record<string, string>} more of the environment */
function runScript(folder, args = [], more = {}) {
  const child = spawn(join(folder, 'scripts/run'), args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...more } });
  const script = { child, said: '', exit: once(child, 'close').then(([code]) => /** @type {number | null} */ (code)) };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => { script.said += bytes; });
  return script;
}

/** Ends with the next of these numbers each time it is started, and with the last of them from then on. */
const endsWith = (/** @type {number[]} */ ...codes) => `
  echo "$@" >>"\${0%/*}/starts"
  time=$(wc -l <"\${0%/*}/starts")
  set -- ${codes.join(' ')}
  while [ $# -gt 1 ] && [ $time -gt 1 ]; do shift; time=$((time - 1)); done
  exit $1`;
const starts = (/** @type {string} */ folder) => readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n');

describe('scripts/run', limit, () => {
  /** @type {[string, number[], number, number][]} */
  const cases = [
    ['told to stop', [0], 0, 1],
    ['damaged data', [1], 1, 1],
    ['a wrong option', [64], 64, 1],
    ['an address that is taken', [69], 69, 1],
    ['a wrong configuration', [78], 78, 1],
    ['killed', [137], 137, 1],
    ['a fault of the disk, then told to stop', [diskFault, 0], 0, 2],
    ['a bug, then told to stop', [bug, 0], 0, 2],
    ['a fault, and after it a taken address', [diskFault, 69], 69, 2],
    ['four faults in a row, then told to stop', [diskFault, bug, diskFault, bug, 0], 0, 5],
  ];
  for (const [name, codes, expected, times] of cases) {
    test(`[OP1] ${name}: ${times === 1 ? 'not started again' : `started ${times} times`}`, async () => {
      const folder = tree(endsWith(...codes));
      assert.equal(await runScript(folder, ['--threads', '1']).exit, expected);
      assert.deepEqual(starts(folder), Array(times).fill(`serve --data ${join(folder, 'data')} --threads 1`));
    });
  }

  for (const code of [bug, diskFault]) {
    test(`[OP1] five times ${code} within a minute: it gives up, and says so`, async () => {
      const folder = tree(endsWith(code));
      const script = runScript(folder);
      assert.equal(await script.exit, 1);
      assert.equal(starts(folder).length, 5);
      assert.match(script.said, /5 faults within 60 seconds/);
    });
  }

  test('[OP1] told to stop, it tells the server, waits for its end and starts nothing', async () => {
    // The server takes its time, and even ends as after a fault.
    const folder = tree(`trap 'echo told >>"\${0%/*}/starts"; sleep 0.2; exit ${diskFault}' TERM\necho "$@" >>"\${0%/*}/starts"\necho up\nwhile :; do sleep 0.05; done`);
    const script = runScript(folder);
    await until(() => script.said.includes('up'));
    script.child.kill('SIGTERM');
    assert.equal(await script.exit, diskFault);
    assert.equal(starts(folder).at(-1), 'told');
    assert.equal(starts(folder).length, 2);
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

describe('a system that fails', limit, () => {
  const folder = temporaryFolder();
  const failing = join(folder, 'disk');
  const exhausted = join(folder, 'memory');
  const environment = { SYNC_FAILS_WHILE: failing, MEMORY_FAILS_WHILE: exhausted, LD_PRELOAD: join(folder, 'failing_system.so') };
  before(() => execFileSync('c++', ['-shared', '-fPIC', '-O1', '-o', environment.LD_PRELOAD, fileURLToPath(new URL('lib/failing_system.cpp', import.meta.url))]));

  test('[OP1] a disk ends the program with 75, and what was not on it had not been promised', async () => {
    const server = new Server({ environment });
    await server.start();
    const session = await createSession(server.port, { lobby: false });
    const phone = new Phone({ port: server.port }, { key: session.join_key }).start();
    await phone.ready();
    const own = phone.think('Wie vangt dit op?');
    assert.equal((await phone.ask(own)).ok, true);

    writeFileSync(failing, '');
    let answered = false;
    const reply = phone.withdraw(own).then((answer) => { answered = true; return answer; });
    assert.equal((await server.ended()).code, diskFault);
    assert.match(server.output, /critical the disk failed/);
    assert.equal(answered, false, 'a promise about a disk that fails');
    await assert.rejects(server.start(), /ended with/, 'it starts on a disk that fails');

    rmSync(failing);
    await server.start();
    assert.deepEqual(await reply, { ok: true, code: undefined, params: undefined, receipt: undefined });
    phone.leave();
    await server.dispose();
  });

  test('[OP1] no memory where no session can be blamed ends it with 70, in words that quote nobody, and sessions go on', async () => {
    const server = new Server({ environment });
    await server.start();
    const session = await createSession(server.port, { lobby: false });
    const phone = new Phone({ port: server.port }, { key: session.join_key }).start();
    await phone.ready();
    writeFileSync(exhausted, '');
    const secret = 'niemand anders';
    await http(server.port, { method: 'POST', path: '/api/sessions', body: { title: secret.repeat(4_500) } }).catch(() => {});
    assert.equal((await server.ended()).code, bug);
    assert.match(server.output, /critical a bug that no session owns \(\S+bad_alloc\); ending/);
    assert.ok(!server.output.includes(secret));
    rmSync(exhausted);
    await server.start();
    assert.equal((await phone.ask(phone.think('Waar waren we?'))).ok, true);
    phone.leave();
    await server.dispose();
  });

  test('[OP1] under scripts/run the room goes on by itself', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = /** @type {import('node:net').AddressInfo} */ (holder.address());
    await new Promise((closed) => { holder.close(closed); });
    // The program that comes after a fault finds the disk mended.
    const script = runScript(tree(`echo start >>"\${0%/*}/starts"\nrm -f '${failing}'\nLD_PRELOAD='${environment.LD_PRELOAD}' exec '${binary}' "$@"`),
      ['--listen', `127.0.0.1:${port}`], { SYNC_FAILS_WHILE: failing });
    after(() => { if (script.child.exitCode === null) script.child.kill('SIGTERM'); });
    await until(() => script.said.includes('/home'));
    const session = await createSession(port, { lobby: false, round_ms: 5_000 });
    const phones = [1, 2, 3].map(() => new Phone({ port }, { key: session.join_key }).start());
    const desk = new Desk({ port }, session.facilitator_secret).start();
    await Promise.all([...phones, desk].map((peer) => peer.ready()));
    writeFileSync(failing, '');
    const replies = await Promise.all(phones.map((phone, at) => phone.ask(phone.think(`Wat nu? ${at}`))));
    assert.ok(replies.every(({ ok }) => ok), JSON.stringify(replies));
    assert.ok(!existsSync(failing));
    await desk.until(() => desk.replica.questions.size === phones.length, 'all questions, each once');
    assert.match(script.said, /starting again from what is on the disk/);
    [...phones, desk].forEach((peer) => peer.leave());
    script.child.kill('SIGTERM');
    assert.equal(await script.exit, 0);
  });
});
