// SPDX-License-Identifier: MIT
// What a phone looks after by itself, once the whole of its page is there.
import { carryOver } from './carryOver';
import { coverOwn } from './keep/coverOwn';
import { mendBroken } from './keep/mendBroken';
import { phone } from './keep/storage';
import type { ParticipantStore } from './participantStore';

/** Returns how to stop. */
export function tend(store: ParticipantStore): () => void {
  mendBroken(store);
  const stop = [coverOwn(store), carryOver(store, phone)];
  return () => stop.forEach((one) => one());
}
