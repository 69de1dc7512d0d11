// SPDX-License-Identifier: MIT
// What the running program still has in its memory: of phones that have left none of their tokens, however they were spelled on the
// way; of a question that is out of the hat not the secret of its author, though that phone is still there; of a withdrawn one not
// the text. Reads the memory as root can; the program forbids it to everybody else.
import assert from 'node:assert/strict';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Certificate } from './lib/certificate.mjs';
import { ofBits, ofText } from './lib/spellings.mjs';
import { Phone } from './lib/phone.mjs';
import { Server } from './lib/server.mjs';
import { createSession } from './lib/session.mjs';

const phonesCount = 20;
const roundMs = 5_000;
const forgottenWithinMs = 3 * roundMs;
const promisedMs = 10_000;
const secretGoneWithinMs = 2_000;
const isRoot = process.getuid?.() === 0;

/** Everything that the process can write to: heap, stacks, and what its libraries keep. */
function memoryOf(/** @type {number} */ pid) {
  const file = openSync(`/proc/${pid}/mem`, 'r');
  try {
    return readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      if (!from || !to) return [];
      const begin = BigInt(`0x${from}`);
      const bytes = Buffer.alloc(Number(BigInt(`0x${to}`) - begin));
      try {
        return [bytes.subarray(0, readSync(file, bytes, 0, bytes.length, begin))];
      } catch {
        return [];  // reserved for a stack, and never used
      }
    });
  } finally {
    closeSync(file);
  }
}

for (const secure of [false, true]) {
  describe(`phones that come over ${secure ? 'TLS' : 'plain http'} and leave`, { timeout: 120_000, skip: !isRoot && 'only root reads the memory of others' }, () => {
    const server = new Server({ options: secure ? new Certificate().make(0x11).options : [] });
    /** @type {Phone[]} */ let phones = [];
    /** @type {Phone} */ let stays;
    /** @type {import('./lib/phone.mjs').Own} */ let mine;
    const holds = (/** @type {Buffer[]} */ memory, /** @type {Buffer[]} */ spellings) => spellings.some((spelling) => memory.some((part) => part.includes(spelling)));
    /** Looks again and again until none of it is found any more: nothing tells when memory is wiped. */
    const gone = async (/** @type {Buffer[]} */ spellings, /** @type {number} */ withinMs) => {
      const from = performance.now();
      while (holds(memoryOf(server.pid), spellings)) {
        assert.ok(performance.now() - from < withinMs, `not gone after ${withinMs} ms`);
        await setImmediate();
      }
    };
    const found = () => {
      const memory = memoryOf(server.pid);
      return [...phones, stays].filter(({ token }) => holds(memory, ofBits(token)));
    };

    before(async () => {
      await server.start();
      const session = await createSession(server.port, { round_ms: roundMs, lobby: false });
      const come = () => new Phone({ port: secure ? server.tlsPort : server.port, secure }, { key: session.join_key }).start();
      stays = come();
      phones = Array.from({ length: phonesCount }, come);
      await Promise.all([stays, ...phones].map((phone) => phone.ready()));
      const questions = await Promise.all(phones.map((phone, number) => {
        const own = phone.think(`Waarom is ${number} geen priemgetal van de directie?`);
        return phone.ask(own).then((reply) => { assert.equal(reply.ok, true); return own; });
      }));
      mine = stays.think('Wanneer horen wij wat de vogelverschrikker heeft besloten?');
      assert.equal((await stays.ask(mine)).ok, true);
      await stays.until(() => stays.replica.questions.size === questions.length + 1, 'the questions', 4 * roundMs);
      await Promise.all(phones.map((phone, number) => phone.upvote(/** @type {any} */ (questions[(number + 1) % questions.length]).id).reply));
      phones.forEach((phone, number) => { if (number % 2) phone.leave(); else phone.vanish(); });
      await Promise.all(phones.map((phone) => phone.until(() => !phone.connected, 'the end of the connection')));
    });
    after(() => {
      stays.leave();
      return server.dispose();
    });

    test('[ST12] no token of theirs is left, and the one of who is there is found', async () => {
      const began = performance.now();
      let left = found();
      while (left.length > 1 && performance.now() - began < forgottenWithinMs) {
        await stays.until(((frame) => () => stays.replica.frame !== frame)(stays.replica.frame), 'the next round', 2 * roundMs).catch(() => {});
        left = found();
      }
      assert.deepEqual(left.map(({ token }) => token), [stays.token]);
    });

    test('[ST12] the secret of an author is gone with the hat, and a withdrawn text within ten seconds, though the phone is there', async () => {
      await gone(ofBits(mine.secret), secretGoneWithinMs);
      assert.equal(holds(memoryOf(server.pid), ofText(mine.text)), true, 'the text can be found');
      assert.equal((await stays.withdraw(mine)).ok, true);
      await gone([...ofText(mine.text), ...ofBits(mine.secret)], promisedMs);
    });
  });
}
