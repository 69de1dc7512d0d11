// SPDX-License-Identifier: MIT
// What differs from one demo to the next.

export const chance = (/** @type {number} */ probability) => Math.random() < probability;

/** A whole number, both ends possible. */
export const between = (/** @type {number} */ least, /** @type {number} */ most) => least + Math.floor(Math.random() * (most - least + 1));

/** @template T @param {readonly T[]} list @returns {T | undefined} */
export const pick = (list) => list[between(0, list.length - 1)];

/** @template T @param {readonly T[]} list @returns {T[]} */
export function shuffled(list) {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; --at) {
    const other = between(0, at);
    [mixed[at], mixed[other]] = /** @type {[T, T]} */ ([mixed[other], mixed[at]]);
  }
  return mixed;
}
