// SPDX-License-Identifier: MIT
// Deals the lines of the script to whoever speaks next, and whispers to everybody else which line a question is. What nobody here
// spoke was asked by a visitor with a phone of their own.
import { shuffled } from './chance.mjs';

/**
 * @typedef {import('./participant.mjs').Participant} Participant
 * @typedef {import('./script.mjs').Line} Line
 * @typedef {{id: string, line: Line, by: Participant}} Spoken
 */

export class Prompter {
  #lines;
  /** @type {Line[]} */ #deck = [];
  /** @type {Map<string, Spoken>} */ #byQuestion = new Map();
  /** @type {Map<Line, Spoken>} */ #byLine = new Map();

  /** @param {readonly Line[]} lines a line that asks the same as another stands right behind it */
  constructor(lines) {
    this.#lines = lines;
    const opening = this.#together().filter(([line]) => line?.opening);
    this.#deck = [...opening, ...shuffled(this.#together().filter((lines) => !opening.some(([first]) => first === lines[0])))].flat();
  }

  /** @returns {Line} for ever: after the last line they are mixed and dealt anew */
  next() {
    if (this.#deck.length === 0) this.#deck = shuffled(this.#together()).flat();
    return /** @type {Line} */ (this.#deck.shift());
  }

  /** Says that the next line belongs into the same round as the last one. */
  get goesOn() { return this.#deck[0]?.same === true; }

  spoken(/** @type {Spoken} */ spoken) {
    this.forget(this.#byLine.get(spoken.line));
    this.#byQuestion.set(spoken.id, spoken);
    this.#byLine.set(spoken.line, spoken);
  }

  forget(/** @type {Spoken | undefined} */ spoken) {
    if (!spoken) return;
    this.#byQuestion.delete(spoken.id);
    if (this.#byLine.get(spoken.line)?.id === spoken.id) this.#byLine.delete(spoken.line);
  }

  lineOf(/** @type {string} */ question) { return this.#byQuestion.get(question)?.line; }

  /** The question that this line was the last time. */
  lastTime(/** @type {Line} */ line) { return this.#byLine.get(line); }

  /** The question that asked the same before this one did. @returns {string | undefined} */
  originalOf(/** @type {string} */ question) {
    const line = this.lineOf(question);
    if (!line?.same) return undefined;
    const before = this.#lines[this.#lines.indexOf(line) - 1];
    return before && this.#byLine.get(before)?.id;
  }

  /** Lines that ask the same stay together. @returns {Line[][]} */
  #together() {
    /** @type {Line[][]} */ const groups = [];
    for (const line of this.#lines) {
      if (line.same) groups.at(-1)?.push(line); else groups.push([line]);
    }
    return groups;
  }
}
