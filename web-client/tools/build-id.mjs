// SPDX-License-Identifier: MIT
// Names a build of the pages: eight base64url characters from a hash of everything that goes into it. A hash of the
// sources and not a time, so that the same sources give the same name on every machine and a rebuild reloads nobody.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['src', 'public', 'tools'];
const buildIdLength = 8;

/** @returns {string[]} paths of all files that shape the build, in an order that does not depend on the machine */
function sources() {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name)));
  const atRoot = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(html|json|ts)$/.test(entry.name))
    .map((entry) => join(root, entry.name));
  return [...inFolders, ...atRoot].sort();
}

export function buildId() {
  const hash = createHash('sha256');
  for (const path of sources()) {
    hash.update(relative(root, path).split(sep).join('/')).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('base64url').slice(0, buildIdLength);
}
