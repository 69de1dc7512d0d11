// SPDX-License-Identifier: MIT
// Rules have ids, and tests cite them: by the end of a suite's name (`SubmitQuestionQ3`) or in brackets, in the name of a Vitest
// test or in a comment (`[Q3]`, `[Q3, Q4]`). Pure.

const id = '[A-Z]{1,2}[0-9]{1,3}';

/** @returns {string[]} the ids that stand first in a row of a table, in order; one that stands twice is there twice */
export const idsOfSpec = (text) => [...text.matchAll(new RegExp(`^\\|\\s*(${id})\\s*\\|`, 'gm'))].map((match) => match[1]);

/** @returns {{id: string, line: number}[]} */
export function citedIn(text) {
  const cited = [];
  const cite = (index, name) => cited.push({ id: name, line: text.slice(0, index).split('\n').length });
  for (const suite of text.matchAll(/\bTEST(?:_F|_P)?\(\s*(\w+)\s*,/g)) {
    const tail = new RegExp(`(?<![A-Z])(?:${id})+$`).exec(suite[1])?.[0] ?? '';
    for (const one of tail.matchAll(new RegExp(id, 'g'))) cite(suite.index, one[0]);
  }
  for (const group of text.matchAll(new RegExp(`\\[(${id}(?:, ?${id})*)\\]`, 'g'))) {
    for (const one of group[1].split(/, ?/)) cite(group.index, one);
  }
  return cited;
}

/**
 * @param {string} spec text of SPEC.md
 * @param {{path: string, text: string}[]} tests
 * @returns {string[]} one line per violation
 */
export function specViolations(spec, tests) {
  const ids = idsOfSpec(spec);
  const rules = new Set(ids);
  const found = ids.length === 0 ? ['server/SPEC.md: has no rules'] : [];
  for (const [place, rule] of ids.entries()) {
    if (ids.indexOf(rule) !== place) found.push(`server/SPEC.md: ${rule} stands there twice`);
  }
  const cited = new Set();
  for (const { path, text } of tests) {
    for (const citation of citedIn(text)) {
      cited.add(citation.id);
      if (!rules.has(citation.id)) found.push(`${path}:${citation.line}: cites ${citation.id}, which no rule has`);
    }
  }
  for (const rule of rules) if (!cited.has(rule)) found.push(`server/SPEC.md: no test cites ${rule}`);
  return found;
}
