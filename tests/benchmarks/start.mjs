// SPDX-License-Identifier: MIT
// How long the real program takes to start on a full evening: until it answers /healthz, and until a phone has the session. And
// what a backup of it costs those who vote meanwhile. Usage: node start.mjs [--runs N] [--questions N] [--upvotes N]. Ends with 0
// only when every start was within the target.
import { cpSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Phone } from '../end_to_end/lib/phone.mjs';
import { ms, program, quantile } from '../end_to_end/lib/program.mjs';
import { run, Server, temporaryFolder } from '../end_to_end/lib/server.mjs';
import { http } from '../end_to_end/lib/session.mjs';

const { values: options } = parseArgs({ options: {
  runs: { type: 'string', default: '5' }, questions: { type: 'string', default: '500' }, upvotes: { type: 'string', default: '20000' },
} });
const targetMs = 2_000;
const votersInRoom = 40;
const voteEveryMs = 500;
const quietMs = 4_000;
const fill = process.env['DURF_FULL_EVENING'] ?? fileURLToPath(new URL('../../build/release/tests/full_evening', import.meta.url));

/** Acknowledgement times of phones that vote in a steady beat while `work` is done; each vote is counted from when it was due. */
async function votesDuring(/** @type {Phone[]} */ phones, /** @type {() => Promise<void>} */ work) {
  /** @type {number[]} */ const took = [];
  let going = true;
  const voting = phones.map(async (phone, number) => {
    const questions = [...phone.replica.questions.keys()];
    const from = performance.now() + (number * voteEveryMs) / phones.length;
    for (let vote = 0; going; ++vote) {
      const due = from + vote * voteEveryMs;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      await phone.upvote(questions[vote % questions.length] ?? '').reply;
      took.push(performance.now() - due);
    }
  });
  await work();
  going = false;
  await Promise.all(voting);
  return took;
}

await program('start', 120_000, async () => {
  const evening = join(temporaryFolder(), 'evening');
  const filled = spawnSync(fill, [evening, options.questions, options.upvotes], { encoding: 'utf8' });
  if (filled.status !== 0) throw new Error(`${fill}: ${filled.error ?? filled.stderr} (build the target full_evening)`);
  const key = filled.stdout.trim();

  /** @type {number[]} */ const health = [], served = [];
  for (let count = 0; count < Number(options.runs); ++count) {
    const data = join(temporaryFolder(), 'data');
    cpSync(evening, data, { recursive: true });
    const server = new Server({ data });
    const began = performance.now();
    await server.start();
    await http(server.port, { path: '/healthz' });
    health.push(performance.now() - began);
    const phone = new Phone({ port: server.port }, { key }).start();
    await phone.ready();
    served.push(performance.now() - began);
    if (phone.replica.questions.size === 0) throw new Error('the session is empty');
    phone.leave();
    await server.dispose();
  }
  console.log(`${options.questions} questions, ${options.upvotes} upvotes, ${options.runs} starts: /healthz after p50 ${ms(quantile(health, 0.5))}, `
    + `longest ${ms(Math.max(...health))}; a phone has the session after p50 ${ms(quantile(served, 0.5))}, longest ${ms(Math.max(...served))}`);

  const server = new Server({ data: evening });
  await server.start();
  const phones = Array.from({ length: votersInRoom }, () => new Phone({ port: server.port }, { key }).start());
  await Promise.all(phones.map((phone) => phone.ready()));
  const quiet = () => new Promise((/** @type {(value?: unknown) => void} */ resolve) => setTimeout(resolve, quietMs));
  await votesDuring(phones, async () => { await quiet(); });
  const without = await votesDuring(phones, async () => { await quiet(); });
  /** @type {number[]} */ const backups = [];
  const beside = await votesDuring(phones, async () => {
    const until = performance.now() + quietMs;
    while (performance.now() < until) {
      const began = performance.now();
      const { code, err } = await run(['backup', '--data', server.data, '--to', join(temporaryFolder(), 'backup')]);
      if (code !== 0) throw new Error(err);
      backups.push(performance.now() - began);
    }
  });
  const spread = (/** @type {number[]} */ values) => `p50 ${ms(quantile(values, 0.5))}, p99 ${ms(quantile(values, 0.99))}, longest ${ms(Math.max(...values))}`;
  console.log(`${votersInRoom} phones vote: answered after ${spread(without)}; beside ${backups.length} backups, one after the other, ${spread(beside)}`);
  console.log(`a backup takes ${spread(backups)}`);
  phones.forEach((phone) => phone.leave());
  await server.dispose();
  if (Math.max(...served) > targetMs) throw new Error(`a start took longer than ${ms(targetMs)}`);
});
