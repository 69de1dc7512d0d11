// SPDX-License-Identifier: MIT
// The end of a session, over the real program: from rehearsal to closed and deleted, and what its data directory holds then; and
// a server that is killed in the middle of closing, at many moments.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { filesIn, legibleRecords } from './lib/forensics.mjs';
import { makeId } from './lib/ids.mjs';
import { Desk, Phone } from './lib/phone.mjs';
import { Server } from './lib/server.mjs';
import { askWith, createSession, http } from './lib/session.mjs';

const roundMs = 5_000;
/** Old bytes are promised to be gone from the files within this time. */
const promisedMs = 10_000;
const closedCode = 4104;

/** @typedef {import('./lib/phone.mjs').Own} Own */

const ok = async (/** @type {Promise<import('./lib/peer.mjs').Reply>} */ reply) => {
  const answer = await reply;
  assert.equal(answer.ok, true, answer.code);
  return answer;
};
const keysOf = (/** @type {Server} */ server, /** @type {string} */ session) =>
  [...filesIn(server.data).keys()].filter((path) => path.includes('/keys/') && path.includes(session));
/** One line for each thing that is in a file. @param {Server} server @param {(string | Buffer)[]} needles */
const found = (server, needles) => [...filesIn(server.data)].flatMap(([path, bytes]) =>
  needles.filter((needle) => bytes.includes(needle)).map((needle) => `${typeof needle === 'string' ? needle : needle.toString('base64url')} in ${path}`));
const bits = (/** @type {string} */ base64url) => Buffer.from(base64url, 'base64url');
const spelled = (/** @type {string[]} */ ids) => ids.flatMap((id) => [id, bits(id)]);
const ends = (/** @type {Buffer[]} */ ciphertexts) => ciphertexts.flatMap((one) => [one.subarray(0, 24), one.subarray(-24)]);

async function within(/** @type {number} */ limitMs, /** @type {() => unknown[] | Promise<unknown[]>} */ left) {
  for (const from = performance.now(); ;) {
    const still = await left();
    if (still.length === 0) return;
    assert.ok(performance.now() - from < limitMs, `after ${limitMs} ms: ${still.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a session from rehearsal to closed', { timeout: 120_000 }, () => {
  const server = new Server({ options: ['--log-level', 'debug'] });
  const place = () => ({ port: server.port });
  const [moderatorSecret, stageSecret, resultsSecret] = [makeId(), makeId(), makeId()];
  const rehearsed = 'Een proefvraag over de mosterd';
  const refused = 'Deze zin over het kapsel van de baas wordt geweigerd';
  const named = 'Waarom krijgt Annemarie van Dongen de nachtdiensten?';
  const withdrawn = 'Deze zin over de kelder wordt ingetrokken';
  const neverSeen = 'Deze zin wacht tot het einde op een moderator';
  const plain = Array.from({ length: 8 }, (_, number) => `Vraag ${number} over het kastanjebruine rooster`);
  const texts = [plain[0] ?? '', refused, named, withdrawn, neverSeen, ...plain.slice(1)];
  const seen = texts.length - 3;
  const [label, note] = ['heet hangijzer', 'eerst zelf nadenken'];
  /** @type {Awaited<ReturnType<typeof createSession>>} */ let session;
  /** @type {Phone[]} */ let phones;
  /** @type {Own[]} */ let asked;
  /** @type {Desk} */ let facilitator;
  /** @type {Desk} */ let moderator;
  /** @type {Desk} */ let stage;
  const everyone = () => [facilitator, moderator, stage, ...phones];
  const phone = (/** @type {number} */ number) => /** @type {Phone} */ (phones[number]);
  const own = (/** @type {number} */ number) => /** @type {Own} */ (asked[number]);
  const results = () => askWith(server.port, 'results', resultsSecret);

  before(async () => {
    await server.start();
    session = await createSession(server.port, { round_ms: roundMs, lobby: false, rehearsal: true, moderation: true });
    facilitator = new Desk(place(), session.facilitator_secret).start();
    await facilitator.ready();
    await ok(facilitator.command('create_link', { link: makeId(), role: 'moderator', label: '', secret: moderatorSecret }));
    await ok(facilitator.command('create_link', { link: makeId(), role: 'stage', label: '', secret: stageSecret }));
    moderator = new Desk(place(), moderatorSecret).start();
    stage = new Desk(place(), stageSecret).start();
    phones = texts.map(() => new Phone(place(), { key: session.join_key }).start());
    await Promise.all(everyone().map((peer) => peer.ready()));
  });
  after(async () => {
    everyone().forEach((peer) => peer.leave());
    await server.dispose();
  });

  test('the rehearsal is thrown away', async () => {
    await ok(phone(0).ask(phone(0).think(rehearsed)));
    await ok(facilitator.command('begin_for_real'));
    await Promise.all(everyone().map((peer) => peer.until(() => peer.joins === 2 && peer.caughtUp, 'to be back')));
    assert.equal(facilitator.replica.session['rehearsal'], false);
    await ok(facilitator.command('set_results_link', { secret: resultsSecret }));
  });

  test('asked, refused, redacted, approved, withdrawn, answered, asked back', async () => {
    asked = phones.map((one, number) => one.think(texts[number] ?? ''));
    for (const [number, one] of phones.entries()) await ok(one.ask(own(number)));
    await moderator.until(() => moderator.replica.questions.size === asked.length, 'the questions at the desk', 4 * roundMs);
    assert.ok(phones.every(({ replica }) => replica.questions.size === 0), 'nobody else sees one');

    const [question, refusedOne, namedOne, , waiting] = asked.map(({ id }) => id);
    await ok(moderator.command('refuse_question', { question: refusedOne, reason: 'about_a_person' }));
    await ok(moderator.command('redact_question',
      { question: namedOne, from: named.indexOf('Annemarie'), count: 'Annemarie van Dongen'.length, of: [...named].length }));
    for (const { id } of asked) if (id !== refusedOne && id !== waiting) await ok(moderator.command('approve_question', { question: id }));
    await ok(moderator.command('label_question', { question, label }));
    await phone(5).until(() => phone(5).replica.questions.size === asked.length - 2, 'what was approved');
    assert.equal(phone(5).replica.questions.get(namedOne ?? '')?.['text'], 'Waarom krijgt ███ de nachtdiensten?');
    await ok(phone(3).withdraw(own(3)));

    await ok(stage.command('set_note', { question, note }));
    await ok(stage.command('highlight_question', { question }));
    await ok(stage.command('ask_back', { question, text: { lang: 'nl', text: 'Welke afdeling bedoel je?' } }));
    await ok(phone(0).command('reply_to_ask_back', { question, place: 0, text: { lang: 'nl', text: 'De spoedeisende hulp' }, secret: own(0).secret }));
    await moderator.until(() => moderator.replica.collection('ask_back').get(`${question}.0`)?.['state'] === 'pending', 'the reply at the desk', 4 * roundMs);
    await ok(moderator.command('approve_reply', { question, place: 0 }));
    await ok(stage.command('mark_answered', { question }));
    await ok(stage.command('write_answer', { question, text: { lang: 'nl', text: 'Het rooster wordt herzien' },
      promise: 'Voor de zomer een nieuw rooster', role: 'directeur', day: '2026-11-21' }));
    await Promise.all(phones.slice(5).map((one) => ok(one.upvote(namedOne ?? '').reply)));
    assert.equal((await results()).status, 404, 'there is no results page before the end');
  });

  test('ended, the results page shows what was to be seen, also after a kill', async () => {
    await ok(facilitator.command('end_session'));
    const earlier = JSON.parse((await results()).text);
    await server.kill();
    await server.start();
    await Promise.all(everyone().map((peer) => peer.ready()));
    const { status, text } = await results();
    assert.equal(status, 200);
    const shown = JSON.parse(text);
    assert.deepEqual({ ...shown, questions: 0 }, { ...earlier, questions: 0 });
    assert.equal(shown.phase, 'ended');
    assert.equal(shown.until_day, shown.ended_day + 14);
    assert.equal(shown.questions.length, seen);
    const answered = shown.questions.find((/** @type {any} */ { state }) => state === 'answered');
    assert.equal(answered.answer.promise, 'Voor de zomer een nieuw rooster');
    assert.deepEqual(answered.exchanges, [{ asked: { lang: 'nl', text: 'Welke afdeling bedoel je?' }, reply: { lang: 'nl', text: 'De spoedeisende hulp' } }]);
    assert.deepEqual(shown.tally.refused, [['about_a_person', 1]]);
    assert.equal(JSON.parse((await askWith(server.port, 'session', session.facilitator_secret)).text).phase, 'ended');
    assert.equal((await askWith(server.port, 'session/delete', session.facilitator_secret)).status, 409);
    assert.equal((await askWith(server.port, 'session', moderatorSecret)).status, 404);
  });

  test('closing sends everybody away, and leaves no key and no log', async () => {
    const ciphertexts = legibleRecords(filesIn(server.data), session.session).map(({ ciphertext }) => ciphertext);
    assert.ok(ciphertexts.length > 0 && keysOf(server, session.session).length === 1, 'there is something to read');
    await ok(facilitator.command('close_session'));
    await Promise.all(everyone().map((peer) => peer.until(() => peer.closeCode === closedCode, 'to be told that it is closed')));
    const back = new Phone(place(), { key: session.join_key }).start();
    await back.until(() => back.closeCode !== 0, 'an answer');
    assert.equal(back.closeCode, closedCode);
    await within(promisedMs, () => [...keysOf(server, session.session), ...found(server, ends(ciphertexts))]);
  });

  test('the data directory holds the archive in random order, and of participants nothing', async () => {
    for (const restarted of [false, true]) {
      if (restarted) {
        assert.equal((await server.stop()).code, 0);
        await server.start();
      }
      assert.deepEqual(keysOf(server, session.session), []);
      assert.deepEqual(found(server, [rehearsed, refused, 'Annemarie', 'van Dongen', withdrawn, neverSeen, label, note]), []);
      assert.deepEqual(found(server, spelled([...phones.map(({ token }) => token), ...asked.flatMap(({ id, secret }) => [id, secret])])), []);
      assert.deepEqual(found(server, spelled([session.facilitator_secret, session.presenter_secret, moderatorSecret, resultsSecret])), []);
      assert.deepEqual(found(server, ['"nullifier', 'upvote', 'receipt']), []);
      const { status, text } = await results();
      assert.equal(status, 200);
      // Its beginning: a long one goes on in other pages of the file.
      assert.ok(found(server, [text.slice(0, 400)]).length > 0, 'the archive on the disk is what the page shows');
      const archive = JSON.parse(text);
      assert.equal(archive.phase, 'closed');
      assert.equal(archive.questions.length, seen);
      const order = archive.questions.map((/** @type {any} */ question) => question.text.text).filter((/** @type {string} */ words) => plain.includes(words));
      assert.deepEqual([...order].sort(), plain);
      assert.notDeepEqual(order, plain, 'in the order of asking: once in 40,320 times by chance');
    }
  });

  test('deleted, nothing of it is left, and the facilitator has a receipt', async () => {
    const foreign = { 'Durf-Secret': session.facilitator_secret, Origin: 'http://elsewhere.example' };
    assert.equal((await http(server.port, { method: 'POST', path: '/api/session/delete', headers: foreign })).status, 403);
    const { status, text } = await askWith(server.port, 'session/delete', session.facilitator_secret);
    assert.equal(status, 200);
    assert.equal(JSON.parse(text).session, session.session);
    assert.deepEqual(found(server, ['kastanjebruine', 'Durf te Vragen', ...spelled([session.session, session.join_key])]), []);
    assert.equal((await results()).status, 404);
    assert.equal((await askWith(server.port, 'session', session.facilitator_secret)).status, 404);
    const late = new Phone(place(), { key: session.join_key }).start();
    await late.until(() => late.closeCode !== 0, 'an answer');
    assert.equal(late.closeCode, 4102);
  });

  test('no line of the log tells of any of it', () => {
    const secrets = [session.facilitator_secret, moderatorSecret, stageSecret, resultsSecret, session.session, session.join_key];
    assert.deepEqual([...texts, rehearsed, label, note, ...secrets].filter((one) => server.output.includes(one)), []);
  });
});

test('killed in the middle of closing, a session is closed at the next start or was not begun', { timeout: 120_000 }, async (t) => {
  const server = new Server();
  /** @type {{leave(): void}[]} */ const peers = [];
  t.after(async () => {
    peers.forEach((peer) => peer.leave());
    await server.dispose();
  });
  const place = () => ({ port: server.port });
  await server.start();
  const phases = { closed: 0, ended: 0 };
  // In ms behind the moment in which the server may begin: some kills come too early for anything, some in the middle, and the
  // last when all is over.
  const delays = [0, 0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.3, 1.6, 2, 2.5, 3, 4, 5, 7, 10, 15, 25, 40, 3_000];
  const spinBelowMs = 5;
  for (const delay of delays) {
    const session = await createSession(server.port, { lobby: false });
    const facilitator = new Desk(place(), session.facilitator_secret).start();
    const phones = Array.from({ length: 3 }, () => new Phone(place(), { key: session.join_key }).start());
    peers.push(facilitator, ...phones);
    await Promise.all([facilitator, ...phones].map((peer) => peer.ready()));
    const asked = phones.map((phone, number) => phone.think(`Vraag ${number}: wie doet het licht uit?`));
    await Promise.all(phones.map((phone, number) => ok(phone.ask(/** @type {Own} */ (asked[number])))));
    const resultsSecret = makeId();
    await ok(facilitator.command('set_results_link', { secret: resultsSecret }));
    await ok(facilitator.command('end_session'));
    const ciphertexts = legibleRecords(filesIn(server.data), session.session).map(({ ciphertext }) => ciphertext);
    assert.ok(ciphertexts.length > 0);

    process.kill(server.pid, 'SIGSTOP');
    void facilitator.command('close_session');
    await new Promise((resolve) => setImmediate(resolve));  // the command is with the kernel
    process.kill(server.pid, 'SIGCONT');
    const from = performance.now();
    if (delay > spinBelowMs) await new Promise((resolve) => setTimeout(resolve, delay));
    while (performance.now() - from < delay);  // a timer is too coarse
    await server.kill();
    [facilitator, ...phones].forEach((peer) => peer.leave());
    await server.start();

    const state = async () => JSON.parse((await askWith(server.port, 'session', session.facilitator_secret)).text);
    const { phase } = await state();
    assert.ok(phase === 'closed' || phase === 'ended', `${phase} after ${delay} ms`);
    ++phases[/** @type {'closed' | 'ended'} */ (phase)];
    if (phase === 'ended') {
      assert.equal(keysOf(server, session.session).length, 1);
      const again = new Desk(place(), session.facilitator_secret).start();
      peers.push(again);
      await again.ready();
      await ok(again.command('close_session'));
      await again.until(() => again.closeCode === closedCode, 'to be told that it is closed');
      await within(promisedMs, () => found(server, ends(ciphertexts)));
    }
    // What was in the hat came out with the closing, whenever that was: see the archive below. Where it was closed, nothing needs to be waited for: the start has finished it.
    assert.deepEqual([...keysOf(server, session.session), ...found(server, ends(ciphertexts))], [], `after ${delay} ms`);
    const archive = JSON.parse((await askWith(server.port, 'results', resultsSecret)).text);
    assert.equal(archive.phase, 'closed');
    assert.deepEqual(archive.questions.map((/** @type {any} */ { text }) => text.text).sort(), asked.map(({ text }) => text).sort());
  }
  console.log(`killed while closing: ${phases.closed} were closed at the next start, ${phases.ended} were not begun`);
  assert.ok(phases.closed > 0 && phases.ended > 0, 'too little happened to prove anything');
});
