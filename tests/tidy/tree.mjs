// SPDX-License-Identifier: MIT
// The files of this tree, with paths from its root.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const notOurs = new Set(['node_modules', 'dist', 'build', '.git', 'data', 'golden']);

/** @returns {{path: string, text: string}[]} files under `folder` whose names fit, in alphabetical order */
export function filesUnder(folder, fits) {
  const found = [];
  const walk = (path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory() && !notOurs.has(entry.name)) walk(inner);
      if (entry.isFile() && fits.test(entry.name)) found.push({ path: inner, text: read(inner) });
    }
  };
  walk(folder);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const read = (path) => readFileSync(join(root, path), 'utf8');
