// SPDX-License-Identifier: MIT
// What every program here does: end by itself, with 0 only when all was well.

/** Runs to the end or, after the time limit, to a failure. @param {string} name @param {number} limitMs @param {() => Promise<unknown>} main */
export async function program(name, limitMs, main) {
  setTimeout(() => {
    console.error(`${name}: not done within ${limitMs / 1000} s`);
    process.exit(2);
  }, limitMs).unref();
  try {
    await main();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.stack : error}`);
    process.exit(1);
  }
  process.exit(0);
}

/** Says so and goes on, or fails. */
export function step(/** @type {string} */ what, /** @type {unknown} */ holds = true) {
  if (!holds) throw new Error(`does not hold: ${what}`);
  console.log(`  ok  ${what}`);
}

/** @param {number[]} values @param {number} part of them that are at most the answer, 0.5 for the median */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : /** @type {number} */ (sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)]);
}

export const ms = (/** @type {number} */ value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
