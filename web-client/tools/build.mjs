// SPDX-License-Identifier: MIT
// Builds dist/ for the server to embed. The participant's page is built by itself, so that the tree-shaker keeps out of it
// whatever only the desks use; the other pages share their chunks. Then everything compressible gets a .gz beside it.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zopfli from '@gfx/zopfli';
import { build } from 'vite';
import { buildId } from './build-id.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** For whoever reads the source; nothing that is shown. */
const indented = /\.(html|svg)$/;
const compressible = /\.(html|js|css|svg|json|txt|webmanifest)$/;

// Whoever calls: a test runner's environment would leak into the pages, and they would not be the pages that are served.
process.env.NODE_ENV = 'production';

// A gzip like any other to whoever unpacks it, and four per cent smaller than zlib's best: that is a picture of the hat.
const gzip = promisify(zopfli.gzip);

rmSync(dist, { recursive: true, force: true });
await build({ root, mode: 'participant' });
await build({ root, mode: 'desks' });

writeFileSync(join(dist, 'build.txt'), buildId());
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !compressible.test(entry.name) || entry.name === 'build.txt') continue;
  const path = join(entry.parentPath, entry.name);
  if (indented.test(entry.name)) writeFileSync(path, readFileSync(path, 'utf8').replace(/>\n\s*</g, '><'));
  writeFileSync(`${path}.gz`, await gzip(readFileSync(path), { numiterations: 15 }));
}
