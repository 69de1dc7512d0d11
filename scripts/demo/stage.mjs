// SPDX-License-Identifier: MIT
// The stage: takes up what has the most support, sometimes asks back and waits for the reply, lets the answer be written down, and
// goes on. Whatever is highlighted, by whomever, gets an answer.
import { Desk } from '../../tests/end_to_end/lib/phone.mjs';
import { chance, pick } from './chance.mjs';

/** With less, the room has not chosen yet. */
const supportLeast = 3;
const timerMs = 60_000;
/** A reply needs its author, a round or two and the moderator. */
const replyWithinMs = 25_000;
const curious = 0.75;
const timed = 0.35;
const blanked = 0.2;

export class Stage {
  desk;
  answered = 0;
  #tempo;
  #prompter;
  #script;

  /**
   * @param {import('../../tests/end_to_end/lib/phone.mjs').Place} place @param {string} secret
   * @param {{tempo: import('./tempo.mjs').Tempo, prompter: import('./prompter.mjs').Prompter, script: import('./script.mjs').Script}} play
   */
  constructor(place, secret, { tempo, prompter, script }) {
    this.desk = new Desk(place, secret);
    this.#tempo = tempo;
    this.#prompter = prompter;
    this.#script = script;
  }

  async work() {
    this.desk.start();
    for (;;) {
      await this.#tempo.pause(700);
      const { phase, highlighted, blank } = this.desk.replica.session;
      if (!this.desk.caughtUp || phase !== 'live' || blank) continue;
      const question = highlighted || this.#next();
      if (question) await this.#answer(question);
    }
  }

  #next() {
    const [first] = [...this.desk.replica.questions].filter(([, { state, archived }]) => state === 'open' && !archived)
      .sort(([, a], [, b]) => b['support'] - a['support']);
    return first && first[1]['support'] >= supportLeast ? first[0] : undefined;
  }

  async #answer(/** @type {string} */ question) {
    const line = this.#prompter.lineOf(question);
    const { lang, others } = this.#script;
    const { ok } = await this.desk.command('highlight_question', { question });
    if (!ok) return;
    if (chance(timed)) await this.desk.command('start_timer', { duration_ms: timerMs });
    if (line?.note) await this.desk.command('set_note', { question, note: line.note });
    await this.#tempo.pause(3_500, 5_000);
    if (line?.askBack && chance(curious)) await this.#askBack(question, line.askBack);
    await this.#tempo.pause(4_000, 6_500);
    if (this.desk.replica.session['highlighted'] !== question) return;  // somebody at a desk thought otherwise
    const said = line?.answer ? line : line ? pick(others.answers) : others.toVisitors;
    await this.desk.command('write_answer', {
      question, text: { lang, text: said?.answer }, promise: said?.promise ?? '', role: said?.role ?? pick(others.roles), day: today(),
    });
    await this.desk.command('mark_answered', { question });
    if (this.desk.replica.session['timer_ms'] > 0) await this.desk.command('stop_timer');
    this.answered += 1;
    if (chance(blanked)) await this.#silence();
    await this.#tempo.pause(3_000, 4_500);
  }

  async #askBack(/** @type {string} */ question, /** @type {string} */ text) {
    const place = [...this.desk.replica.collection('ask_back').keys()].filter((id) => id.startsWith(`${question}.`)).length;
    const { ok } = await this.desk.command('ask_back', { question, text: { lang: this.#script.lang, text } });
    if (!ok) return;
    const replied = () => this.desk.replica.collection('ask_back').get(`${question}.${place}`)?.['state'] === 'replied';
    if (await this.#tempo.until(this.desk, replied, replyWithinMs)) await this.#tempo.pause(4_000, 6_000);
  }

  /** After an answer that needs a moment. */
  async #silence() {
    await this.desk.command('set_screen', { blank: true, join_panel: false });
    await this.#tempo.pause(2_500);
    await this.desk.command('set_screen', { blank: false, join_panel: false });
  }
}

/** Of this place, as the stage's own page writes it. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
