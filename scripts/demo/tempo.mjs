// SPDX-License-Identifier: MIT
// The time of the demo: everybody in it waits here and nowhere else, so that all of it can be played faster and ends at one word.
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export class Tempo {
  #end = new AbortController();
  #speed;

  /** @param {number} speed 2: everybody waits half as long. Rounds and clocks are the server's and stay as they are. */
  constructor(speed) {
    this.#speed = speed;
    setMaxListeners(0, this.#end.signal);  // a whole room waits for it
  }

  /** Whoever waits now, or waits later, is told by an `AbortError`. */
  end() { this.#end.abort(); }

  /** Somewhere between the two, in ms. */
  async pause(/** @type {number} */ least, most = least) {
    await sleep((least + Math.random() * (most - least)) / this.#speed, undefined, { signal: this.#end.signal });
  }

  /**
   * Waits for what a peer may hear soon, as long as the server takes: in its time, not in ours.
   * @param {import('../../tests/end_to_end/lib/peer.mjs').Peer} peer @param {() => unknown} holds @returns whether it came to hold
   */
  async until(peer, holds, withinMs = 30_000) {
    const { signal } = this.#end;
    let stop = () => {};
    const ended = new Promise((_, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
    });
    try {
      return await Promise.race([peer.until(holds, 'a turn of the demo', withinMs).then(() => true, () => false), ended]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}

/** Runs until the end of the demo, which is no failure. */
export async function untilTheEnd(/** @type {Promise<unknown>} */ part) {
  try {
    await part;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  }
}
