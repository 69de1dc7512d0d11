// SPDX-License-Identifier: MIT
// One evening with twenty-five phones, a facilitator and a projector, over real sockets: lobby, first questions, go live, the
// round, support, highlight, answered, withdrawn, and a server that is stopped and killed in the middle. Each line that it
// prints was checked.
import { Desk, Phone } from './lib/phone.mjs';
import { ms, program, quantile, step } from './lib/program.mjs';
import { Server } from './lib/server.mjs';
import { createSession } from './lib/session.mjs';

const phonesInRoom = 25;
const roundMs = 5_000;
const timeLimitMs = 150_000;

await program('evening', timeLimitMs, async () => {
  const server = new Server();
  await server.start();
  const session = await createSession(server.port, { round_ms: roundMs });
  const place = { port: server.port };
  const facilitator = new Desk(place, session.facilitator_secret).start();
  const projector = new Desk(place, session.presenter_secret).start();
  await Promise.all([facilitator.ready(), projector.ready()]);
  step('facilitator and projector are in, each with its own role',
    facilitator.welcome.role === 'facilitator' && projector.welcome.role === 'presenter');

  const phones = Array.from({ length: phonesInRoom }, (_, number) =>
    new Phone(place, number % 2 === 0 ? { key: session.join_key } : { code: session.code }).start());
  await Promise.all(phones.map((phone) => phone.ready()));
  const everyone = [facilitator, projector, ...phones];
  const [first, second, third] = /** @type {[Phone, Phone, Phone]} */ (/** @type {unknown} */ (phones));
  step(`${phonesInRoom} phones joined, by link and by code, and got the same join key`, phones.every(({ welcome }) => welcome.join_key === session.join_key));
  await projector.until(() => projector.replica.session['people'] === phonesInRoom, 'the number of people');
  step(`the projector says ${phonesInRoom} people`);

  // Lobby.
  const asked = phones.map((phone, number) => phone.think(`Vraag ${number}: waarom blijft het rooster van de nachtdienst zo?`));
  const replies = await Promise.all(phones.map((phone, number) => phone.ask(/** @type {any} */ (asked[number]))));
  step('each phone put a question into the hat and got a receipt of its own',
    replies.every(({ ok, receipt }) => ok && receipt?.length === 43) && new Set(replies.map(({ receipt }) => receipt)).size === phonesInRoom);
  step('a second question in the same round is refused', (await first.ask(first.think('Nog een'))).code === 'one_per_round');
  step('in the lobby nobody sees a question', everyone.every(({ replica }) => replica.questions.size === 0));
  step('a vote for a question in the hat sounds like one for nothing',
    (await second.upvote(asked[0]?.id ?? '').reply).code === 'unknown_question');

  // Live, first round.
  const arrivals = new Map(everyone.map((peer) => [peer, new Set()]));
  for (const peer of everyone) peer.on('frame', ({ n, put }) => { if (put.some(([name]) => name === 'question')) arrivals.get(peer)?.add(n); });
  step('the session goes live', (await facilitator.command('go_live')).ok);
  await Promise.all(everyone.map((peer) => peer.until(() => peer.replica.questions.size === phonesInRoom, 'all questions', 4 * roundMs)));
  step('all questions came out together, in one frame for everybody', [...arrivals.values()].every((frames) => frames.size === 1));
  const places = asked.map(({ id }) => first.replica.questions.get(id)?.['place']);
  step('each has a place of its own, and not the order of asking',
    new Set(places).size === phonesInRoom && places.some((place, number) => place !== number));
  step('each starts with the support of its author', [...first.replica.questions.values()].every(({ support }) => support === 1));

  // Support: exact, once, and only with the round.
  const [favourite, runnerUp] = /** @type {[import('./lib/phone.mjs').Own, import('./lib/phone.mjs').Own]} */ (/** @type {unknown} */ (asked));
  const early = new Set();
  const watch = (/** @type {any} */ { put }) => put.filter(([name]) => name !== 'session').forEach(([name]) => early.add(name));
  await first.until(() => first.clock?.round && performance.now() - first.clock.heardAt < roundMs / 2, 'the beginning of a round', 2 * roundMs);
  projector.on('frame', watch);
  const votes = await Promise.all(phones.flatMap((phone) => [phone.upvote(favourite.id).reply, phone.upvote(runnerUp.id).reply]));
  projector.off('frame', watch);
  step('50 votes, the authors’ own included, are on disk', votes.every(({ ok }) => ok));
  step('between rounds no frame told of it', early.size === 0);
  const support = (/** @type {Phone | Desk} */ peer, /** @type {{id: string}} */ { id }) => peer.replica.questions.get(id)?.['support'];
  await Promise.all(everyone.map((peer) => peer.until(() => support(peer, favourite) === phonesInRoom && support(peer, runnerUp) === phonesInRoom, 'the support', 3 * roundMs)));
  step(`with the round both stand at ${phonesInRoom}, everywhere`);
  await Promise.all(phones.slice(0, 10).map((phone) => phone.upvote(runnerUp.id, false).reply));
  await third.command('upvote_question', { question: runnerUp.id, revision: 1, up: true });
  await projector.until(() => support(projector, runnerUp) === phonesInRoom - 10, 'ten taken back', 3 * roundMs);
  step('ten took theirs back, and an old vote that came late undid none of it');

  // Highlight, answered.
  step('the facilitator highlights', (await facilitator.command('highlight_question', { question: favourite.id })).ok);
  await Promise.all(everyone.map((peer) => peer.until(() => peer.replica.session['highlighted'] === favourite.id, 'the highlighted question')));
  step('projector and phones show it');
  step('its author is told that withdrawing is too late', (await first.withdraw(favourite)).code === 'too_late');
  step('nobody withdraws another’s', (await third.withdraw({ ...runnerUp, secret: favourite.secret })).code === 'not_yours');
  step('a phone may not do what the facilitator may', (await third.command('mark_answered', { question: favourite.id })).code === 'not_allowed');
  step('answered', (await facilitator.command('mark_answered', { question: favourite.id })).ok);
  await Promise.all(everyone.map((peer) => peer.until(() => peer.replica.questions.get(favourite.id)?.['state'] === 'answered', 'the answered question')));
  step('a vote for an answered question is too late', (await third.upvote(favourite.id, false).reply).code === 'too_late');

  // Withdrawn.
  step('the runner-up is withdrawn by its author', (await second.withdraw(runnerUp)).ok);
  await Promise.all(everyone.map((peer) => peer.until(() => !peer.replica.questions.has(runnerUp.id), 'the withdrawn question to go')));
  step('and is gone from every screen');

  // A network that comes and goes, within one run of the server.
  const before = third.snapshots;
  third.vanish(true);
  await third.until(() => third.joins === 2 && third.caughtUp, 'the phone to come back');
  step('a phone whose network went came back with the missed frames alone', third.snapshots === before);

  // New round, with a stop and a kill in the middle.
  const late = phones.slice(5, 10).map((phone, number) => ({ phone, own: phone.think(`Tweede ronde ${number}: wie beslist hierover?`) }));
  const pending = late.slice(0, 2).map(({ phone, own }) => phone.ask(own));
  step('two more questions are in the hat', (await Promise.all(pending)).every(({ ok }) => ok));
  // Heard as it comes: whoever tries again while the server still tidies up hears another code.
  const goodbyes = Promise.all(everyone.map((peer) => peer.until(() => !peer.connected, 'the goodbye').then(() => peer.closeCode)));
  const stopped = await server.stop();
  step(`a graceful stop took ${ms(stopped.ms)} and told everybody 1001`,
    stopped.code === 0 && stopped.ms < 5_000 && (await goodbyes).every((code) => code === 1001));
  const waiting = late.slice(2, 4).map(({ phone, own }) => phone.ask(own));
  const startMs = await server.start();
  const comeBack = performance.now();
  await Promise.all(everyone.map((peer) => peer.ready()));
  const backMs = performance.now() - comeBack;
  step('what was asked while it was away was sent by itself', (await Promise.all(waiting)).every(({ ok }) => ok));
  const last = /** @type {{phone: Phone, own: import('./lib/phone.mjs').Own}} */ (late[4]);
  const inFlight = last.phone.ask(last.own);
  await server.kill();
  const startAgainMs = await server.start();
  step('a question that was on its way when the plug was pulled was accepted once', (await inFlight).ok);
  await Promise.all(everyone.map((peer) => peer.ready()));
  const total = phonesInRoom - 1 + late.length;
  await Promise.all(everyone.map((peer) => peer.until(() => peer.replica.questions.size === total, `${total} questions`, 6 * roundMs)));
  step(`after the round all ${late.length} are there, once`, late.every(({ own }) => first.replica.questions.get(own.id)?.['text'] === own.text));
  step('what was answered stayed answered', first.replica.questions.get(favourite.id)?.['state'] === 'answered' && support(first, favourite) === phonesInRoom);

  // A latecomer, and agreement.
  const latecomer = new Phone(place, { code: session.code }).start();
  await latecomer.ready();
  await facilitator.until(() => facilitator.replica.session['people'] === phonesInRoom + 1, 'the latecomer to be counted');
  const same = (/** @type {Phone} */ phone) => phone.replica.spelled() === latecomer.replica.spelled();
  await Promise.all(phones.map((phone) => phone.until(() => same(phone), 'the same state on every phone')));
  step('a latecomer sees exactly what the others see');
  const stranger = new Phone({ ...place, comesBack: false }, { key: 'AAAAAAAAAAAAAA' }).start();
  await stranger.until(() => stranger.closeCode !== 0, 'the stranger to be turned away');
  step('a wrong key is told 4102', stranger.closeCode === 4102);
  step('nobody heard anything that the protocol does not say', everyone.every(({ faults }) => faults.length === 0));

  const joins = everyone.flatMap(({ joinMs }) => joinMs);
  const acks = everyone.flatMap(({ ackMs }) => ackMs);
  console.log(`${phonesInRoom} phones, ${total} questions, ${acks.length} answers: join p50 ${ms(quantile(joins, 0.5))} p99 ${ms(quantile(joins, 0.99))}, `
    + `ack p50 ${ms(quantile(acks, 0.5))} p99 ${ms(quantile(acks, 0.99))}, stop ${ms(stopped.ms)}, start ${ms(startMs)} and ${ms(startAgainMs)}, all back after ${ms(backMs)}`);
  [latecomer, ...everyone].forEach((peer) => peer.leave());
  await server.dispose();
});
