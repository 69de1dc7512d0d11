// SPDX-License-Identifier: MIT
// What a phone needs only after the first tap is a file of its own, fetched while the connection is being made: a thumb in a
// full room with a poor network sees the questions sooner. Until it has come, what it would show is simply not there.
import { signal } from '../../signals';

export type Later = typeof import('./afterFirstTap');
export const later = signal<Later | null>(null);

const againMs = 2_000;

export function fetchLater(): void {
  import('./afterFirstTap').then((parts) => { later.value = parts; }, () => setTimeout(fetchLater, againMs));
}
