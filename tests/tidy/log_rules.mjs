// SPDX-License-Identifier: MIT
// Whoever reads a warning or an error in the journal finds it in the table of OPERATIONS.md: `line`, level, meaning. Pure.

const call = /\bspdlog::(warn|error|critical|log)\(\s*(?:(?!")[\w:]+\s*,\s*)?((?:"(?:[^"\\]|\\.)*"\s*)*)/g;
const levels = { warn: 'warning', error: 'error', critical: 'critical', log: '' };  // `log` is told its level while it runs

/** Backticks are marks of the page in one place and part of a line in another. */
const plain = (text) => text.replaceAll('`', '').replace(/\s+/g, ' ');

/** @returns {{line: string, level: string}[]} */
const rowsOf = (page) => page.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('|--'))
  .map((line) => line.split('|')).filter((cells) => cells.length === 5 && cells[1].includes('`'))
  .map(([, line, level]) => ({ line: plain(line), level }));

/** What stands in `literal` whatever is filled in, in its order. */
const fixedWords = (literal) => plain(literal).split(/\{[^}]*\}/).map((part) => part.trim()).filter((part) => part !== '');

function holdsInOrder(text, parts) {
  let from = 0;
  return parts.every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}

/**
 * @param {string} page text of OPERATIONS.md
 * @param {{path: string, text: string}[]} sources
 * @returns {string[]} one line per violation
 */
export function logViolations(page, sources) {
  const rows = rowsOf(page);
  const found = rows.length === 0 ? ['server/OPERATIONS.md: has no rows for lines of the log'] : [];
  for (const { path, text } of sources) {
    for (const { index, 1: how, 2: quoted } of text.matchAll(call)) {
      const report = (what) => found.push(`${path}:${text.slice(0, index).split('\n').length}: ${what}`);
      const literal = [...quoted.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner]) => inner.replace(/\\(.)/g, '$1')).join('');
      const parts = fixedWords(literal);
      if (parts.length === 0) report(`spdlog::${how} without a literal, which nobody can look up`);
      else if (!rows.some(({ line, level }) => level.includes(levels[how]) && holdsInOrder(line, parts))) report(`"${literal}" has no row in server/OPERATIONS.md`);
    }
  }
  return found;
}
