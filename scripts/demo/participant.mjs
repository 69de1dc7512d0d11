// SPDX-License-Identifier: MIT
// One of the twenty-five: a phone on a real connection, and somebody behind it who reads, supports, asks now and then, replies when
// asked back, says whether an answer was one, and puts the phone away for a while.
import { Phone } from '../../tests/end_to_end/lib/phone.mjs';
import { chance, pick } from './chance.mjs';

/**
 * @typedef {import('../../tests/end_to_end/lib/phone.mjs').Own} Own
 * @typedef {import('./script.mjs').Line} Line
 */

/** How much of a room likes a question that no script knows. */
const appealOfStrangers = 0.6;
const secondThoughts = 0.01;
/** Nobody but its author supports it: then it goes, sometimes. */
const lonely = 0.01;
const verdicts = ['yes', 'yes', 'yes', 'partly', 'partly', 'no'];

export class Participant {
  phone;
  #tempo;
  #prompter;
  #script;
  /** Some support much, some little. */ #keen = 0.8 + Math.random() * 0.4;
  /** @type {Map<string, Own>} */ #own = new Map();
  #read = new Set();
  #supported = new Set();
  #replied = new Set();
  #judged = new Set();

  /**
   * @param {import('../../tests/end_to_end/lib/phone.mjs').Place} place @param {{key: string} | {code: string}} join
   * @param {{tempo: import('./tempo.mjs').Tempo, prompter: import('./prompter.mjs').Prompter, script: import('./script.mjs').Script}} play
   */
  constructor(place, join, { tempo, prompter, script }) {
    this.phone = new Phone(place, join);
    this.#tempo = tempo;
    this.#prompter = prompter;
    this.#script = script;
  }

  async arrive() {
    this.phone.start();
    await this.#tempo.until(this.phone, () => this.phone.caughtUp);
  }

  /** Into the hat. @returns whether it got in */
  async ask(/** @type {Line} */ line) {
    const own = this.phone.think(line.text);
    this.#own.set(own.id, own);
    this.#prompter.spoken({ id: own.id, line, by: this });
    const { ok } = await this.phone.ask(own, this.#topic(line), this.#script.lang);
    if (!ok) this.#forget(own.id);
    return ok;
  }

  /** Nothing of it stays anywhere. @returns whether it is gone */
  async withdraw(/** @type {string} */ question) {
    const own = this.#own.get(question);
    if (!own) return true;
    const { ok, code } = await this.phone.withdraw(own);
    if (ok || code === 'unknown_question') this.#forget(question);
    return !this.#own.has(question);
  }

  /** Looks at the phone every now and then, and does one thing. */
  async attend() {
    for (;;) {
      await this.#tempo.pause(900, 2_800);
      if (!this.phone.caughtUp) continue;
      if (this.#followMerges() || await this.#reply() || await this.#judge() || await this.#thinkBetter()) continue;
      this.#support();
    }
  }

  /** The phone goes dark, and is back after a while with all that it missed. */
  async nap(/** @type {number} */ least, /** @type {number} */ most) {
    this.phone.vanish();
    await this.#tempo.pause(least, most);
    await this.arrive();
  }

  #topic(/** @type {Line} */ line) {
    const name = this.#script.topics[line.topic];
    return [...this.phone.replica.collection('topic')].find(([, topic]) => topic['name'] === name)?.[0] ?? '';
  }

  #forget(/** @type {string} */ question) {
    const own = this.#own.get(question);
    this.#own.delete(question);
    const line = this.#prompter.lineOf(question);
    if (own && line) this.#prompter.forget({ id: question, line, by: this });
  }

  #support() {
    const unread = [...this.phone.replica.questions].filter(([id, { state, archived }]) =>
      (state === 'open' || state === 'highlighted') && !archived && !this.#read.has(id) && !this.#own.has(id));
    const [question] = pick(unread) ?? [];
    if (question === undefined) return this.#takeBack();
    this.#read.add(question);
    const appeal = this.#prompter.lineOf(question)?.appeal ?? appealOfStrangers;
    if (!chance(appeal * this.#keen)) return;
    this.#supported.add(question);
    void this.phone.upvote(question).reply;  // whatever becomes of it, the next round shows it
  }

  #takeBack() {
    const question = chance(secondThoughts) && pick([...this.#supported]);
    if (!question || this.phone.replica.questions.get(question)?.['state'] !== 'open') return;
    this.#supported.delete(question);
    void this.phone.upvote(question, false).reply;
  }

  /** Who supported what was merged supports what it went into: PROTOCOL.md asks that of every phone. */
  #followMerges() {
    for (const [merged, { into }] of this.phone.replica.collection('merge')) {
      if (!this.#supported.delete(merged) && !this.#own.has(merged)) continue;
      if (this.#supported.has(into) || this.#own.has(into)) continue;
      this.#supported.add(into);
      void this.phone.upvote(into).reply;
      return true;
    }
    return false;
  }

  async #reply() {
    for (const [id, { state }] of this.phone.replica.collection('ask_back')) {
      const [question = '', place = '0'] = id.split('.');
      const own = this.#own.get(question);
      if (!own || state !== 'asked' || this.#replied.has(id)) continue;
      this.#replied.add(id);
      await this.#tempo.pause(1_000, 2_000);
      const text = this.#prompter.lineOf(question)?.reply ?? this.#script.others.reply;
      const { code } = await this.phone.command('reply_to_ask_back', { question, place: Number(place), text: { lang: this.#script.lang, text }, secret: own.secret });
      if (code === 'one_per_round') this.#replied.delete(id);
      return true;
    }
    return false;
  }

  async #judge() {
    for (const own of this.#own.values()) {
      if (this.#judged.has(own.id) || this.phone.replica.questions.get(own.id)?.['state'] !== 'answered') continue;
      this.#judged.add(own.id);
      await this.#tempo.pause(2_000, 5_000);
      await this.phone.command('judge_answer', { question: own.id, verdict: pick(verdicts), secret: own.secret });
      return true;
    }
    return false;
  }

  async #thinkBetter() {
    for (const own of this.#own.values()) {
      const { state, support } = this.phone.replica.questions.get(own.id) ?? {};
      if (state !== 'open' || support > 1 || !chance(lonely)) continue;
      await this.withdraw(own.id);
      return true;
    }
    return false;
  }
}
