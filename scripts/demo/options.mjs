// SPDX-License-Identifier: MIT
// The demo's own options, and those that go on to the server.
import { readFileSync } from 'node:fs';
import { scripts } from './script.mjs';

/** @param {string[]} args `--lang nl|en`, `--speed NUMBER`, then those of the server */
export function wishes(args) {
  const serverOptions = [...args];
  const take = (/** @type {string} */ name, /** @type {string} */ otherwise) => {
    const at = serverOptions.indexOf(name);
    return at < 0 ? otherwise : serverOptions.splice(at, 2)[1] ?? '';
  };
  const lang = take('--lang', 'nl');
  const speed = Number(take('--speed', '1'));
  const script = scripts[lang];
  if (!script) refuse(`--demo takes nl or en, not '${lang}'`);
  if (!(speed >= 0.1 && speed <= 10)) refuse('--speed takes a number from 0.1 to 10');
  if (valueOf(serverOptions, '--data') !== undefined) refuse('the demo keeps its data in a temporary folder, so --data has no place here');
  const file = valueOf(serverOptions, '--host-password-file');
  return { script: /** @type {import('./script.mjs').Script} */ (script), speed, password: file ? firstLine(file) : '', serverOptions };
}

function valueOf(/** @type {string[]} */ options, /** @type {string} */ name) {
  const at = options.findIndex((option) => option === name || option.startsWith(`${name}=`));
  return at < 0 ? undefined : options[at] === name ? options[at + 1] : options[at]?.slice(name.length + 1);
}

/** The server reads the same, and says in words what is wrong with it. */
function firstLine(/** @type {string} */ file) {
  try { return readFileSync(file, 'utf8').split('\n')[0] ?? ''; } catch { return ''; }
}

/** @returns {never} */
function refuse(/** @type {string} */ why) {
  console.error(`demo: ${why}`);
  process.exit(2);
}
