// SPDX-License-Identifier: MIT
// A session that plays itself: the real server, and 25 phones, a moderator and a stage over real connections. Runs until it is
// stopped; scripts/run --demo starts it.
import { createSession, http } from '../../tests/end_to_end/lib/session.mjs';
import { board } from './board.mjs';
import { Director, people } from './director.mjs';
import { House } from './house.mjs';
import { wishes } from './options.mjs';
import { Tempo } from './tempo.mjs';

const roundMs = 6_000;
const roundMsLeast = 5_000;  // the server's own limit

const { script, speed, password, serverOptions } = wishes(process.argv.slice(2));
const words = script.board;
const tempo = new Tempo(speed);
const house = new House(serverOptions);

let stops = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (++stops > 1) process.exit(130);  // somebody is in a hurry: without goodbyes
    tempo.end();
  });
}

const fail = (/** @type {string} */ why) => {
  console.error(why);
  process.exit(1);
};

if (!await house.opens()) process.exit(await house.ended);
const place = { port: house.port };
const found = await http(place.port, { path: '/healthz' }).then(({ status }) => status === 200, () => false);
if (!found) fail(words.notHere(`127.0.0.1:${place.port}`));

const session = await createSession(place.port, {
  title: { lang: script.lang, text: script.title }, topics: script.topics.map((text) => ({ lang: script.lang, text })),
  round_ms: Math.max(roundMsLeast, Math.round(roundMs / speed)), lobby: true, moderation: true, expected: people, password,
}).catch((error) => fail(words.noSession(error.message)));

const director = new Director(place, session, { tempo, script });
const links = await director.open();
console.log(board(words, {
  port: place.port, forPhones: director.facilitator.welcome.address, joinKey: session.join_key, code: session.code,
  secrets: { presenter: session.presenter_secret, facilitator: session.facilitator_secret, ...links },
}));

const over = await Promise.race([director.run().then(() => 'played'), house.ended.then(() => 'no server')]);
if (over === 'no server') fail(words.serverEnded);
if (stops === 0) console.log(words.closed);
tempo.end();
director.leave();
await house.close();
console.log(words.stopped);
process.exit(0);
