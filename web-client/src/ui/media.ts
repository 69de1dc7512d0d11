// SPDX-License-Identifier: MIT
// A css media query as a signal, for the few places where another part is shown and not only the same part elsewhere.
import { signal, type ReadonlySignal } from '../signals';

export function media(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', () => { matches.value = list.matches; });
  return matches;
}
