// SPDX-License-Identifier: MIT
// Binary messages are JSON text compressed as zlib. The browser inflates them, asynchronously; so that a frame never overtakes
// the snapshot it follows on, all messages of a connection pass through one queue here.

/** @returns a function that takes messages as the socket gives them, and calls `pass` with their text in the same order. */
export function inOrder(pass: (text: string) => void, fail: () => void): (message: string | ArrayBuffer) => void {
  let behind: Promise<void> | null = null;  // null while nothing is being inflated: text then passes without a detour
  return (message) => {
    if (typeof message === 'string' && !behind) return pass(message);
    const before = behind ?? Promise.resolve();
    const mine: Promise<void> = Promise.all([typeof message === 'string' ? message : inflate(message), before])
      .then(([text]) => pass(text), fail)
      .then(() => { if (behind === mine) behind = null; });
    behind = mine;
  };
}

async function inflate(bytes: ArrayBuffer): Promise<string> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
}
