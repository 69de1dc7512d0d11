// SPDX-License-Identifier: MIT
// The facilitator, and the order of the evening: people come in one by one, the first questions lie in the hat when the session goes
// live, and from then on new ones come in waves, for as long as anybody watches. It never runs into a limit of the server: each line
// of the script is at most one question at a time, and what it was before is withdrawn first, without a trace.
import { makeId } from '../../tests/end_to_end/lib/ids.mjs';
import { Desk } from '../../tests/end_to_end/lib/phone.mjs';
import { between, pick, shuffled } from './chance.mjs';
import { Moderator } from './moderator.mjs';
import { Participant } from './participant.mjs';
import { Prompter } from './prompter.mjs';
import { Stage } from './stage.mjs';
import { untilTheEnd } from './tempo.mjs';

export const people = 25;
const openingQuestions = 9;
/** While so many wait for the stage, nobody asks more. */
const waitingMost = 9;
/** Fewer than three phones would wait in the hat for others. */
const waveLeast = 3;
const waveMost = 5;

export class Director {
  facilitator;
  #place;
  #join;
  #play;
  /** @type {Participant[]} */ #room = [];
  /** @type {Moderator | null} */ #moderator = null;
  /** @type {Stage | null} */ #stage = null;
  /** Of those who asked lately, so that everybody has a turn. @type {Participant[]} */ #waitingForTheirTurn = [];

  /**
   * @param {{port: number}} place @param {{join_key: string, code: string, facilitator_secret: string}} session
   * @param {{tempo: import('./tempo.mjs').Tempo, script: import('./script.mjs').Script}} play
   */
  constructor(place, session, { tempo, script }) {
    this.#place = place;
    this.#join = { key: session.join_key };
    this.#play = { tempo, script, prompter: new Prompter(script.lines) };
    this.facilitator = new Desk(place, session.facilitator_secret);
  }

  /** The desks, before anybody is in. @returns the secrets of their links */
  async open() {
    this.facilitator.start();
    await this.facilitator.ready();
    const [moderator, stage] = [await this.#link('moderator'), await this.#link('stage')];
    this.#moderator = new Moderator(this.#place, moderator, this.#play);
    this.#stage = new Stage(this.#place, stage, this.#play);
    return { moderator, stage };
  }

  /** Until the tempo ends, or the session is closed at a desk. */
  async run() {
    const parts = [this.#moderator?.work(), this.#stage?.work(), this.#evening(), this.#naps()];
    await Promise.race([...parts.map((part) => untilTheEnd(Promise.resolve(part))), this.#closed()]);
  }

  leave() {
    for (const { phone } of this.#room) phone.leave();
    for (const desk of [this.facilitator, this.#moderator?.desk, this.#stage?.desk]) desk?.leave();
  }

  /** @returns {Promise<void>} */
  #closed() {
    return new Promise((resolve) => this.facilitator.on('change', () => { if (this.facilitator.closeCode === 4104) resolve(); }));
  }

  async #link(/** @type {'moderator' | 'stage'} */ role) {
    const secret = makeId();
    const { ok, code } = await this.facilitator.command('create_link', { link: makeId(), role, label: 'Demo', secret });
    if (!ok) throw new Error(`no link for the ${role}: ${code}`);
    return secret;
  }

  async #evening() {
    const { tempo } = this.#play;
    const seated = untilTheEnd(this.#seat());
    await tempo.pause(3_000);
    await this.#wave(openingQuestions, 3_000);
    await tempo.pause(1_000);
    await this.facilitator.command('go_live');
    await seated;
    await tempo.pause(14_000);
    await this.#wave(waveMost, 4_000);
    for (;;) {
      await tempo.pause(18_000, 30_000);
      const { phase } = this.facilitator.replica.session;
      const waiting = [...this.facilitator.replica.questions.values()].filter(({ state, archived }) => (state === 'open' || state === 'pending') && !archived);
      if (phase === 'live' && waiting.length <= waitingMost) await this.#wave(between(waveLeast, waveMost), 3_500);
    }
  }

  /** One by one, as people find their seats. */
  async #seat() {
    const { tempo } = this.#play;
    for (let seat = 0; seat < people; ++seat) {
      const one = new Participant(this.#place, this.#join, this.#play);
      await one.arrive();
      this.#room.push(one);
      void untilTheEnd(one.attend());  // a fault of theirs ends the program
      await tempo.pause(150, 450);
    }
  }

  /** Several ask within a moment, each from a phone of their own. */
  async #wave(/** @type {number} */ count, /** @type {number} */ withinMs) {
    const { prompter, tempo } = this.#play;
    const asking = [];
    const dealt = new Set();  // where one deck ends and the next begins, a line could come twice
    for (let at = 0; at < count || prompter.goesOn; ++at) {
      const line = prompter.next();
      const one = !dealt.has(line) && await this.#isFree(line) && this.#whoseTurn();
      dealt.add(line);
      if (one) asking.push(untilTheEnd(tempo.pause(0, withinMs).then(() => one.ask(line))));
    }
    await Promise.all(asking);
  }

  #whoseTurn() {
    const here = (/** @type {Participant} */ { phone }) => phone.caughtUp;
    if (!this.#waitingForTheirTurn.some(here)) this.#waitingForTheirTurn = shuffled(this.#room);
    const at = this.#waitingForTheirTurn.findIndex(here);
    return at < 0 ? undefined : this.#waitingForTheirTurn.splice(at, 1)[0];
  }

  /**
   * Takes away what the line was the last time. An answered question cannot be withdrawn; put aside and reopened it can, and
   * nobody sees it meanwhile. One that is being answered stays, and its line has to wait for another turn.
   */
  async #isFree(/** @type {import('./script.mjs').Line} */ line) {
    const before = this.#play.prompter.lastTime(line);
    if (!before) return true;
    const question = before.id;
    const { state, archived } = this.facilitator.replica.questions.get(question) ?? {};
    if (state === 'answered') {
      if (!archived) await this.facilitator.command('archive_question', { question, archived: true });
      await this.facilitator.command('reopen_question', { question });
    }
    return before.by.withdraw(question);
  }

  async #naps() {
    const { tempo } = this.#play;
    for (;;) {
      await tempo.pause(9_000, 18_000);
      const sleeper = pick(this.#room.filter(({ phone }) => phone.caughtUp));
      if (sleeper) void untilTheEnd(sleeper.nap(5_000, 15_000));
    }
  }
}
