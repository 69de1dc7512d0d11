// SPDX-License-Identifier: MIT
// The demo plays what it promises, before the real server, and leaves nothing behind: it comes alive, everything that it shows is
// shown, and one Ctrl-C ends all of it. In haste, so that the test is short: everybody in it waits a fifth as long.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scripts } from '../../scripts/demo/script.mjs';
import { Desk } from './lib/phone.mjs';
import { binary, temporaryFolder } from './lib/server.mjs';

const main = fileURLToPath(new URL('../../scripts/demo/main.mjs', import.meta.url));
const speed = 5;
const seatedWithinMs = 25_000 / speed;  // by the tempo alone; without haste the last one sits down after seven seconds
const aliveWithinMs = 60_000;           // by rounds and chance too, which no haste makes shorter

/** @param {string[]} args */
function start(args) {
  const temporary = temporaryFolder();
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: temporary, DURF_BINARY: binary } });
  const demo = { child, temporary, out: '', err: '', exit: once(child, 'exit') };
  child.stdout.on('data', (bytes) => { demo.out += bytes; });
  child.stderr.on('data', (bytes) => { demo.err += bytes; });
  return demo;
}

/** Servers that run on that folder, of all processes of this machine. */
const serversOn = (/** @type {string} */ folder) => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((process) => {
  try { return readFileSync(`/proc/${process}/cmdline`, 'utf8').includes(folder); } catch { return false; }
});

describe('the demo', { timeout: 120_000, concurrency: true }, () => {
  for (const lang of /** @type {const} */ (['nl', 'en'])) {
    test(`comes alive, and is gone after one signal (${lang})`, async () => {
      const demo = start(['--lang', lang, '--speed', String(speed), '--listen', '127.0.0.1:0']);
      try {
        const words = /** @type {import('../../scripts/demo/script.mjs').Script} */ (scripts[lang]).board;
        await Promise.race([
          new Promise((resolve) => demo.child.stdout.on('data', () => { if (demo.out.includes(words.stop)) resolve(true); })),
          demo.exit.then(() => assert.fail(`it ended: ${demo.err}`)),
        ]);
        const links = new Map([...demo.out.matchAll(/http:\/\/localhost:(\d+)\/(\w+)#(\S+)/g)].map(([, port, role, secret]) => [role, { port: Number(port), secret }]));
        assert.deepEqual([...links.keys()], ['presenter', 'desk', 'moderator', 'stage']);
        const { port = 0, secret = '' } = links.get('presenter') ?? {};
        const projector = new Desk({ port }, secret).start();
        await projector.ready();

        const { replica } = projector;
        const some = (/** @type {(question: Record<string, any>) => boolean} */ fits) => [...replica.questions.values()].some(fits);
        const sees = (/** @type {() => unknown} */ holds, /** @type {string} */ what, withinMs = aliveWithinMs) => projector.until(holds, what, withinMs);
        await Promise.all([
          sees(() => replica.session['join_panel'] && replica.session['people'] > 0, 'people joining'),
          sees(() => replica.session['people'] >= 24, '24 people', seatedWithinMs),  // one may be away already
          sees(() => replica.session['people'] === 25, '25 people'),
          sees(() => replica.session['highlighted'], 'a highlighted question'),
          sees(() => some(({ support }) => support > 5), 'support over 5'),
          sees(() => some(({ state }) => state === 'answered'), 'an answered question'),
          sees(() => [...replica.collection('answer').values()].some(({ promise }) => promise), 'an answer with a promise'),
          sees(() => replica.session['tally_answered'] > 0 && replica.session['tally_refused'] > 0, 'the tally to move'),
          sees(() => [...replica.collection('ask_back').values()].some(({ state }) => state === 'replied'), 'a reply from the room'),
        ]);
        assert.deepEqual(projector.faults, []);
        projector.leave();
        assert.equal(serversOn(demo.temporary).length, 1, 'the server keeps its data in the temporary folder');

        demo.child.kill('SIGINT');
        const [code] = await demo.exit;
        assert.deepEqual([code, demo.err], [0, '']);
        assert.deepEqual(readdirSync(demo.temporary), []);
        assert.deepEqual(serversOn(demo.temporary), []);
      } finally {
        if (demo.child.exitCode === null) demo.child.kill('SIGTERM');  // so that a failure leaves no server behind either
        await demo.exit;
      }
    });
  }

  test('ends as cleanly while people are still coming in', async () => {
    const demo = start(['--listen', '127.0.0.1:0']);
    await new Promise((resolve) => demo.child.stdout.on('data', () => { if (demo.out.includes('Ctrl-C')) resolve(true); }));
    demo.child.kill('SIGTERM');
    const [code] = await demo.exit;
    assert.deepEqual([code, demo.err], [0, '']);
    assert.deepEqual(readdirSync(demo.temporary), []);
    assert.deepEqual(serversOn(demo.temporary), []);
  });

  test('says why it does not start', async () => {
    for (const [args, why] of /** @type {[string[], RegExp][]} */ ([
      [['--lang', 'fr'], /nl or en/], [['--speed', 'fast'], /--speed/], [['--data', '/nowhere'], /temporary folder/], [['--wings'], /--wings/],
    ])) {
      const demo = start(args);
      const [code] = await demo.exit;
      assert.notEqual(code, 0);
      assert.match(demo.out + demo.err, why);
      assert.equal(existsSync('/nowhere'), false);
      assert.deepEqual(readdirSync(demo.temporary), []);
    }
  });

  test('no line is said twice, and what is merged, covered or refused can be', () => {
    for (const { lines, topics, others } of Object.values(scripts)) {
      assert.ok(lines.length >= 40);
      assert.equal(new Set(lines.map(({ text }) => text)).size, lines.length);
      assert.equal(topics.length, 5);
      assert.ok(others.answers.length > 0);
      for (const { text, topic, cover, same, refuse } of lines) {
        assert.ok(topics[topic] && [...text].length <= 280, text);
        if (cover) assert.ok(text.includes(cover), text);
        assert.ok(!(same && refuse), text);
      }
      assert.ok(!lines[0]?.same);
      for (const kind of /** @type {const} */ (['same', 'cover', 'refuse', 'askBack', 'promise', 'pin', 'label', 'note'])) assert.ok(lines.some((line) => line[kind]), kind);
    }
    const [nl, en] = [scripts['nl'], scripts['en']];
    assert.deepEqual(nl?.lines.map(({ topic, same, refuse }) => [topic, same, refuse]), en?.lines.map(({ topic, same, refuse }) => [topic, same, refuse]));
  });
});
