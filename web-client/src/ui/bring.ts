// SPDX-License-Identifier: MIT
// Files that a page asks for after its first load. A browser may fail to get them as often as it likes, and be asked again.
import { laterWithinMs } from '../limits';

/** Into the cache, whole. A request that hangs must not keep the next one from being made. */
export async function bring(file: string): Promise<void> {
  const answer = await fetch(file, { signal: AbortSignal.timeout(laterWithinMs) });
  await answer.text();
  // While developing there is no such file, and nothing fails for long.
  if (!answer.ok && import.meta.env.PROD) throw new Error(file);
}

/** Puts a style on the page. What needs it is shown afterwards. */
export function wear(style: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = style;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject();
    };
    document.head.append(link);
  });
}
