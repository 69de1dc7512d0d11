// SPDX-License-Identifier: MIT
// What the server has promised (every answer that it gave), and the comparison of that with what the room shows in the end.
// A thing that was promised and is not there is lost; a thing that is there more often than promised is doubled; a thing that
// was refused, withdrawn or never answered so and shows nevertheless is wrong.

/** @typedef {import('./peer.mjs').Reply} Reply */
/** What a page sees of the questions. @typedef {{highlighted: string, questions: {id: string, text: string, state: string, support: number}[]}} Room */

export class Ledger {
  acknowledged = 0;
  refused = 0;
  /** @type {Map<string, {text: string, withdrawn: boolean, answered: boolean}>} */ #questions = new Map();
  /** @type {Map<string, string>} refused questions, by id */ #refusedQuestions = new Map();
  /** Question → who → newest answered wish. @type {Map<string, Map<string, {revision: number, up: boolean}>>} */ #support = new Map();
  #highlighted = '';

  #count(/** @type {Reply} */ reply) {
    if (reply.ok) ++this.acknowledged; else ++this.refused;
    return reply.ok;
  }

  asked(/** @type {string} */ who, /** @type {string} */ question, /** @type {string} */ text, /** @type {Reply} */ reply) {
    if (!this.#count(reply)) return void this.#refusedQuestions.set(question, text);
    this.#questions.set(question, { text, withdrawn: false, answered: false });
    this.#wish(question, who, 0, true);  // asking counts as supporting
  }

  upvoted(/** @type {string} */ who, /** @type {string} */ question, /** @type {number} */ revision, /** @type {boolean} */ up, /** @type {Reply} */ reply) {
    if (this.#count(reply)) this.#wish(question, who, revision, up);
  }

  withdrawn(/** @type {string} */ question, /** @type {Reply} */ reply) {
    const known = this.#questions.get(question);
    if (this.#count(reply) && known) known.withdrawn = true;
  }

  highlighted(/** @type {string} */ question, /** @type {Reply} */ reply) { if (this.#count(reply)) this.#highlighted = question; }

  answered(/** @type {string} */ question, /** @type {Reply} */ reply) {
    if (!this.#count(reply)) return;
    const known = this.#questions.get(question);
    if (known) known.answered = true;
    if (this.#highlighted === question) this.#highlighted = '';
  }

  #wish(/** @type {string} */ question, /** @type {string} */ who, /** @type {number} */ revision, /** @type {boolean} */ up) {
    let wishes = this.#support.get(question);
    if (!wishes) this.#support.set(question, wishes = new Map());
    const before = wishes.get(who);
    if (!before || revision > before.revision) wishes.set(who, { revision, up });
  }

  #supportOf(/** @type {string} */ question) { return [...(this.#support.get(question)?.values() ?? [])].filter(({ up }) => up).length; }

  /** What the room must show. @returns {Room} */
  expected() {
    return {
      highlighted: this.#highlighted,
      questions: [...this.#questions].filter(([, { withdrawn }]) => !withdrawn).map(([id, { text, answered }]) => ({
        id, text, support: this.#supportOf(id), state: answered ? 'answered' : id === this.#highlighted ? 'highlighted' : 'open',
      })),
    };
  }

  /** @param {Room} room @returns {{lost: string[], doubled: string[], wrong: string[]}} one line for each */
  compare({ highlighted, questions }) {
    const lost = [], doubled = [], wrong = [];
    const expected = new Map(this.expected().questions.map((question) => [question.id, question]));
    const texts = new Map();
    const seen = new Set();
    for (const { id, text, state, support } of questions) {
      if (seen.has(id) || texts.has(text)) doubled.push(`question twice: ${text}`);
      seen.add(id);
      texts.set(text, id);
      const promised = expected.get(id);
      if (!promised) {
        const why = this.#refusedQuestions.has(id) ? 'refused' : this.#questions.get(id)?.withdrawn ? 'withdrawn' : 'never asked';
        wrong.push(`shown though ${why}: ${text}`);
        continue;
      }
      if (text !== promised.text) wrong.push(`other text: ${text}`);
      if (state !== promised.state) wrong.push(`${state} instead of ${promised.state}: ${text}`);
      if (support < promised.support) lost.push(`support ${support} of ${promised.support}: ${text}`);
      if (support > promised.support) doubled.push(`support ${support} for ${promised.support}: ${text}`);
    }
    for (const { id, text } of expected.values()) if (!seen.has(id)) lost.push(`question: ${text}`);
    if (highlighted !== this.#highlighted) wrong.push(`highlighted is ${highlighted || 'nothing'}, not ${this.#highlighted || 'nothing'}`);
    return { lost, doubled, wrong };
  }
}

/** @param {import('./replica.mjs').Replica} replica @returns {Room} */
export const roomOf = (replica) => ({
  highlighted: replica.session['highlighted'] ?? '',
  questions: [...replica.questions].map(([id, { text, state, support }]) => ({ id, text: text ?? '', state: state ?? '', support: support ?? 0 })),
});
