// SPDX-License-Identifier: MIT
// What every file of ours begins with and what none may hold. Pure.

const marks = ['FIX' + 'ME', 'XX' + 'X:', 'TO' + 'DO'];  // in pieces, or this file would find itself
const licence = 'SPDX-License-Identifier: MIT';

/** @returns {string[]} one line per violation */
export function textViolations(path, text) {
  const found = [];
  const lines = text.split('\n');
  const firstLines = lines.slice(0, 2).join('\n');  // a script's first line says who runs it
  if (/\.(hpp|cpp|ts|tsx|mjs)$/.test(path) && !firstLines.includes(licence)) found.push(`${path}:1: does not begin with ${licence}`);
  if (path.endsWith('.hpp') && !lines.includes('#pragma once')) found.push(`${path}:1: has no #pragma once`);
  lines.forEach((line, index) => {
    for (const mark of marks) if (line.includes(mark)) found.push(`${path}:${index + 1}: ${mark} is a promise that nobody keeps`);
  });
  return found;
}
