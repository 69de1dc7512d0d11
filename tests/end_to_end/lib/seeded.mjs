// SPDX-License-Identifier: MIT
// Chance that can be repeated: the same seed makes the same choices.

export class Seeded {
  #state;

  constructor(/** @type {number} */ seed) { this.#state = seed >>> 0; }

  /** At least 0, below 1. A Weyl sequence, scrambled. */
  fraction() {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let bits = this.#state;
    bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both possible. */
  between(/** @type {number} */ least, /** @type {number} */ most) { return least + Math.floor(this.fraction() * (most - least + 1)); }

  chance(/** @type {number} */ probability) { return this.fraction() < probability; }

  /** @template T @param {readonly T[]} list @returns {T | undefined} */
  pick(list) { return list[this.between(0, list.length - 1)]; }
}
