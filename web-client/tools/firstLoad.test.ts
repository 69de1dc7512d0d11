// SPDX-License-Identifier: MIT
// Shows what the built pages cost, and that they need nothing that the server's policy forbids. Builds first when dist/ is not
// of these sources.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildId } from './build-id.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const KiB = 1024;
const participantFirstLoadMax = 20 * KiB;
const otherPagesMax = 80 * KiB;
const buildWithinMs = 300_000;

beforeAll(() => {
  const current = existsSync(join(dist, 'build.txt')) && read('build.txt') === buildId();
  if (!current) execFileSync(process.execPath, [join(root, 'tools/build.mjs')], { stdio: 'ignore' });
}, buildWithinMs);

/** Everything that a page's document names, and the document itself. What a phone asks for besides is measured in a browser. */
function firstLoad(page: string): string[] {
  const named = [...read(page).matchAll(/<(?:script|link rel="(?:stylesheet|modulepreload|icon)")[^>]*(?:src|href)="\/([^"]+)"/g)];
  return [page, ...named.map(([, path]) => path!)];
}
/** The fonts that the styles of a page name: every browser fetches them for the first word it shows. A font is compressed in itself. */
function fonts(page: string): string[] {
  const styles = firstLoad(page).filter((path) => path.endsWith('.css'));
  return [...new Set(styles.flatMap((style) => [...read(style).matchAll(/url\(["']?\/([^"')]+\.woff2)["']?\)/g)].map(([, path]) => path!)))];
}
const size = (path: string) => statSync(join(dist, path)).size;
const total = (page: string) => firstLoad(page).reduce((sum, path) => sum + size(`${path}.gz`), 0) + fonts(page).reduce((sum, path) => sum + size(path), 0);

describe('first load', () => {
  it('of a phone is at most 20 KiB', () => {
    expect(firstLoad('index.html').some((path) => path.endsWith('.js'))).toBe(true);
    expect(firstLoad('index.html').some((path) => path.endsWith('.css'))).toBe(true);
    expect(total('index.html')).toBeLessThanOrEqual(participantFirstLoadMax);
  });
  it('of a phone needs no script that the document does not name', () => {
    for (const path of firstLoad('index.html').filter((path) => path.endsWith('.js'))) {
      expect(read(path)).not.toMatch(/\bimport\s*(?:[\w{*][^;]*?from\s*)?["']/);
    }
  });
  it('of a phone has its rest under the name that the page asks for', () => {
    const rest = `assets/later-${buildId()}.js`;
    expect(existsSync(join(dist, rest))).toBe(true);
    expect(firstLoad('index.html').some((path) => path.endsWith('.js') && read(path).includes(`/${rest}`))).toBe(true);
  });
  it('of a phone is without a font', () => {
    expect(fonts('index.html')).toEqual([]);
  });
  it.each(['home.html', 'desk.html', 'moderator.html', 'stage.html', 'presenter.html', 'results.html', 'anonymity.html', 'help.html'])('of %s is at most 80 KiB, its font included', (page) => {
    expect(fonts(page)).toHaveLength(1);
    expect(total(page)).toBeLessThanOrEqual(otherPagesMax);
  });
});

describe('dist', () => {
  const files = () => readdirSync(dist, { recursive: true, encoding: 'utf8' });
  it('has a compressed copy beside each text, equal to it', () => {
    const texts = files().filter((path) => /\.(html|js|css|svg)$/.test(path));
    expect(texts.length).toBeGreaterThan(10);
    for (const path of texts) expect(gunzipSync(readFileSync(join(dist, `${path}.gz`))).toString('utf8')).toBe(read(path));
  });
  it('has no script or style within a document', () => {
    for (const path of files().filter((path) => path.endsWith('.html'))) {
      expect(read(path)).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i);
    }
  });
  it('asks nobody else for anything', () => {
    const asks = files().filter((path) => path.endsWith('.js'))
      .flatMap((path) => read(path).match(/https?:\/\/(?!www\.w3\.org\/)[a-z0-9.-]+\.[a-z]+/gi) ?? []);
    expect(asks).toEqual([]);
  });
});

describe('sources', () => {
  it('turn no text into markup or code', () => {
    const makesMarkup = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|new Function\(|\beval\(/;
    const found = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && makesMarkup.test(readFileSync(join(root, 'src', path), 'utf8')));
    expect(found).toEqual([]);
  });
});
