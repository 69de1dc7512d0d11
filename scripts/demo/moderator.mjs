// SPDX-License-Identifier: MIT
// The moderator: lets questions and replies through, refuses with a reason, covers names, joins what asks the same, and puts aside
// what nobody waits for any more. Whatever a visitor does at a desk meanwhile counts as done: it looks at what is there, always.
import { Desk } from '../../tests/end_to_end/lib/phone.mjs';

/** More than a room follows: then the one with the least support is put aside. */
const openMost = 12;
/** So many answered ones stay in sight. */
const answeredMost = 6;

export class Moderator {
  desk;
  #tempo;
  #prompter;
  #redacted = new Set();

  /**
   * @param {import('../../tests/end_to_end/lib/phone.mjs').Place} place @param {string} secret
   * @param {{tempo: import('./tempo.mjs').Tempo, prompter: import('./prompter.mjs').Prompter}} play
   */
  constructor(place, secret, { tempo, prompter }) {
    this.desk = new Desk(place, secret);
    this.#tempo = tempo;
    this.#prompter = prompter;
  }

  async work() {
    this.desk.start();
    for (;;) {
      await this.#tempo.pause(350, 800);
      if (!this.desk.caughtUp) continue;
      if (await this.#judgePending() || await this.#judgeReply() || await this.#join()) continue;
      await this.#tidy();
    }
  }

  #in(/** @type {string} */ state) { return [...this.desk.replica.questions].filter(([, question]) => question['state'] === state); }

  async #judgePending() {
    const [question, { text } = {}] = this.#in('pending')[0] ?? [];
    if (question === undefined) return false;
    const line = this.#prompter.lineOf(question);
    if (line?.refuse) {
      await this.#tempo.pause(1_200);
      await this.desk.command('refuse_question', { question, reason: line.refuse });
      return true;
    }
    if (line?.cover && !this.#redacted.has(question)) {
      this.#redacted.add(question);
      const points = [...String(text)];
      const from = [...String(text).slice(0, text.indexOf(line.cover))].length;
      await this.desk.command('redact_question', { question, from, count: [...line.cover].length, of: points.length });
    }
    if (line?.label) await this.desk.command('label_question', { question, label: line.label });
    if (line?.pin) await this.desk.command('pin_question', { question, pinned: true });
    await this.desk.command('approve_question', { question });
    return true;
  }

  async #judgeReply() {
    const [id] = [...this.desk.replica.collection('ask_back')].find(([, { state }]) => state === 'pending') ?? [];
    if (id === undefined) return false;
    const [question, place] = id.split('.');
    await this.desk.command('approve_reply', { question, place: Number(place) });
    return true;
  }

  /** Both stand there for a while first: the room shall see that they are two. */
  async #join() {
    for (const [question] of this.#in('open')) {
      const into = this.#prompter.originalOf(question);
      const state = into && this.desk.replica.questions.get(into)?.['state'];
      if (state !== 'open' && state !== 'highlighted') continue;
      await this.#tempo.pause(5_000);
      await this.desk.command('merge_question', { question, into });
      return true;
    }
    return false;
  }

  async #tidy() {
    const inSight = (/** @type {string} */ state) => this.#in(state).filter(([, { archived }]) => !archived);
    const answered = inSight('answered').sort(([, a], [, b]) => a['round'] - b['round']);
    const open = inSight('open').filter(([, { pinned }]) => !pinned).sort(([, a], [, b]) => a['support'] - b['support'] || a['round'] - b['round']);
    const [question] = answered.length > answeredMost ? answered[0] ?? [] : open.length > openMost ? open[0] ?? [] : [];
    if (question !== undefined) await this.desk.command('archive_question', { question, archived: true });
  }
}
