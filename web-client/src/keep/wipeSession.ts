// SPDX-License-Identifier: MIT
import { placeOf } from './membership';
import type { Storage } from './storage';

/** The session is closed: nothing of it may stay on a phone that is lent, sold or looked at. Language and colours are the person's own. */
export function wipeSession(storage: Storage, joinKey: string): void {
  for (const key of storage.keys()) if (key.startsWith(placeOf(joinKey))) storage.remove(key);
}
