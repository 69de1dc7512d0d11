// SPDX-License-Identifier: MIT
// Stands in for Vite's loader of late imports (vite.config.ts). Many browsers remember for ever that an import has failed, so everything
// it needs is fetched first: a fetch may fail and be tried again, and the import then finds in the cache what it asks for.
import { bring, wear } from './bring';

const worn = (file: string) => document.querySelector(`link[rel="stylesheet"][href="${file}"]`) !== null;

/** @param files of the build: what is to be imported, what that imports, and their styles */
export async function __vitePreload<T>(load: () => Promise<T>, files: readonly string[] = []): Promise<T> {
  const paths = files.map((file) => `/${file}`);
  await Promise.all(paths.map(bring));
  await Promise.all(paths.filter((path) => path.endsWith('.css') && !worn(path)).map(wear));
  return load();
}
