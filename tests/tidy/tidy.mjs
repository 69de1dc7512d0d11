// SPDX-License-Identifier: MIT
// Looks at the whole tree: includes against the table of rooms, ids of SPEC.md against the tests, lines of the log against the table
// of OPERATIONS.md, and how files begin. Prints one line per violation and ends with 1 when there is any.
// Run: node tests/tidy/tidy.mjs [includes|spec|log|text]
import { violations } from './include_rules.mjs';
import { logViolations } from './log_rules.mjs';
import { specViolations } from './spec_rules.mjs';
import { textViolations } from './text_rules.mjs';
import { filesUnder, read } from './tree.mjs';

const checks = {
  includes: () => ['include/durf', 'server'].flatMap((folder) => filesUnder(folder, /\.[ch]pp$/))
    .flatMap(({ path, text }) => violations(path, text)),
  spec: () => specViolations(read('server/SPEC.md'),
    [...filesUnder('tests', /(_test\.cpp|_contract\.hpp|\.test\.(ts|mjs))$/), ...filesUnder('web-client/src', /\.test\.tsx?$/)]
      .filter(({ path }) => !path.startsWith('tests/tidy/'))),
  log: () => logViolations(read('server/OPERATIONS.md'), filesUnder('server', /\.cpp$/)),
  text: () => ['include', 'server', 'tests', 'web-client/src', 'web-client/tools']
    .flatMap((folder) => filesUnder(folder, /\.(hpp|cpp|ts|tsx|mjs|cmake|md)$/)).flatMap(({ path, text }) => textViolations(path, text)),
};

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!(name in checks)) {
    console.error(`tidy: there is no check "${name}", only ${Object.keys(checks).join(', ')}`);
    process.exit(2);
  }
}
let total = 0;
for (const [name, check] of Object.entries(checks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const found = check();
  for (const line of found) console.log(line);
  console.log(`${name}: ${found.length === 0 ? 'fine' : `${found.length} violations`}`);
  total += found.length;
}
process.exitCode = total === 0 ? 0 : 1;
