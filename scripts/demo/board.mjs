// SPDX-License-Identifier: MIT
// What stands in the terminal: that this is a demo, and what to open.

/**
 * @typedef {{heading: string, about: string[], projector: string, phone: string, facilitator: string, moderator: string, stage: string,
 *   begin: string[], stop: string, stopped: string, closed: string, notHere: (at: string) => string, noSession: (why: string) => string, serverEnded: string}} BoardWords
 */

/**
 * @param {BoardWords} words @param {{port: number, forPhones: string, joinKey: string, code: string,
 *   secrets: {presenter: string, facilitator: string, moderator: string, stage: string}}} where
 */
export function board(words, { port, forPhones, joinKey, code, secrets }) {
  const here = `http://localhost:${port}`;
  const rows = [
    [words.projector, `${here}/presenter#${secrets.presenter}`],
    [words.phone, `${forPhones}/#${joinKey}   (${code.replace(/(?=(\d{3})+$)/g, ' ').trim()})`],
    [words.facilitator, `${here}/desk#${secrets.facilitator}`],
    [words.moderator, `${here}/moderator#${secrets.moderator}`],
    [words.stage, `${here}/stage#${secrets.stage}`],
  ];
  const width = Math.max(...rows.map(([name]) => name?.length ?? 0)) + 3;
  const heading = process.stdout.isTTY ? `\x1b[1m${words.heading}\x1b[0m` : words.heading;
  return ['', heading, ...words.about, '', ...rows.map(([name = '', link]) => `  ${name.padEnd(width)}${link}`), '', ...words.begin, words.stop, ''].join('\n');
}
