// SPDX-License-Identifier: MIT
import { ownKeptDaysMax } from '../limits';
import { joinKeys, membershipOf, root } from './membership';
import type { Storage } from './storage';

/** A phone is borrowed, sold, looked at: what it was not used for in so many days is wiped whole. */
export function wipeOld(storage: Storage, day: number): void {
  const fresh = new Set(joinKeys(storage).filter((joinKey) => (membershipOf(storage, joinKey)?.day ?? 0) >= day - ownKeptDaysMax));
  for (const key of storage.keys()) {
    if (key.startsWith(root) && !fresh.has(key.slice(root.length).split('.')[0] ?? '')) storage.remove(key);
  }
}
