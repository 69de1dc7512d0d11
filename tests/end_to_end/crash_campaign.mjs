// SPDX-License-Identifier: MIT
// Kills the real server, again and again, while a room full of phones uses it, and then compares every answer that it ever
// gave with what it shows. Usage: node crash_campaign.mjs [--kills N] [--seed N]. Ends with 0 only when nothing was lost,
// doubled or wrong. Kills come at random moments: some by the clock, some while the answers to a burst are coming in.
import { parseArgs } from 'node:util';
import { Ledger, roomOf } from './lib/ledger.mjs';
import { Desk, Phone } from './lib/phone.mjs';
import { ms, program, quantile } from './lib/program.mjs';
import { Seeded } from './lib/seeded.mjs';
import { Server } from './lib/server.mjs';
import { createSession } from './lib/session.mjs';

const { values: options } = parseArgs({ options: { kills: { type: 'string', default: '25' }, seed: { type: 'string', default: '20261' } } });
const kills = Number(options.kills);
const seed = Number(options.seed);

const phonesInRoom = 20;
const roundMs = 5_000;
/** Pace of one phone: below the 3 commands a second at which the server begins to say `too_fast`. */
const paceMs = { least: 250, most: 900 };
/** Long enough that rounds pass between some of the kills, short enough for the whole to take three minutes. */
const lifeMs = { least: 700, most: 7_000 };
const timeLimitMs = 300_000;

await program('crash campaign', timeLimitMs, async () => {
  const server = new Server();
  const startMs = [await server.start()];
  const session = await createSession(server.port, { round_ms: roundMs, lobby: false });
  const place = { port: server.port };
  const ledger = new Ledger();
  const facilitator = new Desk(place, session.facilitator_secret).start();
  const phones = Array.from({ length: phonesInRoom }, () => new Phone(place, { key: session.join_key }).start());
  const everyone = [facilitator, ...phones];
  await Promise.all(everyone.map((peer) => peer.ready()));

  let going = true;
  let heard = () => {};
  /** @type {Promise<void>[]} */ const answers = [];
  const later = (/** @type {Seeded} */ chance) => new Promise((resolve) => setTimeout(resolve, chance.between(paceMs.least, paceMs.most)));
  const note = (/** @type {Promise<any>} */ reply, /** @type {(reply: any) => void} */ write) => {
    answers.push(reply.then((answer) => {
      write(answer);
      heard();
    }));
  };

  const users = phones.map((phone, number) => {
    const chance = new Seeded(seed * 1_000 + number);
    const who = `phone ${number}`;
    /** @type {import('./lib/phone.mjs').Own[]} */ const own = [];
    let asked = 0;
    const act = () => {
      const open = [...phone.replica.questions].filter(([, { state }]) => state !== 'answered').map(([id]) => id);
      const wish = chance.fraction();
      if (wish < 0.12 || open.length === 0) {
        const question = phone.think(`Vraag ${++asked} van ${who}`);
        own.push(question);
        note(phone.ask(question), (reply) => ledger.asked(who, question.id, question.text, reply));
      } else if (wish < 0.17 && own.length > 0) {
        const [question] = own.splice(chance.between(0, own.length - 1), 1);
        if (question) note(phone.withdraw(question), (reply) => ledger.withdrawn(question.id, reply));
      } else {
        const question = chance.pick(open) ?? '';
        const up = chance.chance(0.7);
        const { revision, reply } = phone.upvote(question, up);
        note(reply, (answer) => ledger.upvoted(who, question, revision, up, answer));
      }
    };
    const use = async () => { for (; going; await later(chance)) act(); };
    return { act, use };
  });

  const facilitate = async () => {
    const chance = new Seeded(seed * 1_000 + 999);
    for (; going; await later(chance)) {
      const question = chance.pick([...facilitator.replica.questions].filter(([, { state }]) => state !== 'answered').map(([id]) => id));
      if (!question) continue;
      // One after the other: the order of two answers on two connections would prove nothing about the order of two facts.
      if (chance.chance(0.25)) ledger.answered(question, await facilitator.command('mark_answered', { question }));
      else if (chance.chance(0.2)) ledger.highlighted('', await facilitator.command('clear_highlight'));
      else ledger.highlighted(question, await facilitator.command('highlight_question', { question }));
    }
  };

  const using = [...users.map(({ use }) => use()), facilitate()];
  const chance = new Seeded(seed);
  let unanswered = 0;
  for (let kill = 1; kill <= kills; ++kill) {
    await new Promise((resolve) => setTimeout(resolve, chance.between(lifeMs.least, lifeMs.most)));
    if (chance.chance(0.5)) {
      let more = chance.between(0, phonesInRoom);
      await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
        heard = () => { if (more-- <= 0) resolve(); };
        users.forEach(({ act }) => act());
        heard();
      });
      heard = () => {};
    }
    unanswered += everyone.reduce((sum, peer) => sum + peer.waiting, 0);
    await server.kill();
    startMs.push(await server.start());
    await Promise.all(everyone.map((peer) => peer.ready()));
  }

  going = false;
  await Promise.all(using);
  await Promise.all(answers);

  // Held questions come out and counts move only with a round: wait until the room agrees, or until it had time enough to.
  const settled = () => {
    const { lost, doubled, wrong } = ledger.compare(roomOf(facilitator.replica));
    return lost.length + doubled.length + wrong.length === 0;
  };
  await facilitator.until(settled, 'the room as it was promised', 5 * roundMs).catch(() => {});

  const newcomer = new Phone(place, { key: session.join_key }).start();
  await newcomer.ready();
  const { lost, doubled, wrong } = ledger.compare(roomOf(newcomer.replica));
  const visible = ({ replica }) => JSON.stringify([...replica.questions].sort());
  for (const [number, phone] of phones.entries()) {
    if (visible(phone) !== visible(newcomer)) wrong.push(`phone ${number} shows something else than a newcomer`);
    wrong.push(...phone.faults.map((fault) => `phone ${number}: ${fault}`));
  }
  for (const line of [...lost.map((what) => `lost     ${what}`), ...doubled.map((what) => `doubled  ${what}`), ...wrong.map((what) => `wrong    ${what}`)]) console.log(line);
  console.log(`${kills} kills (seed ${seed}), ${unanswered} commands without an answer when killed, ${newcomer.replica.questions.size} questions shown, `
    + `${ledger.refused} refused, start p50 ${ms(quantile(startMs, 0.5))}, longest ${ms(Math.max(...startMs))}`);
  console.log(`${ledger.acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled${wrong.length > 0 ? `, ${wrong.length} wrong` : ''}`);
  everyone.forEach((peer) => peer.leave());
  await server.dispose();
  if (lost.length + doubled.length + wrong.length > 0) throw new Error('promises were broken');
  if (unanswered < kills || newcomer.replica.questions.size === 0 || ledger.acknowledged < 50 * kills) throw new Error('too little happened to prove anything');
});
