// SPDX-License-Identifier: MIT
// Which of several tabs sends what lies in the outbox. A lease with an end and not a lock: browsers freeze tabs, and a frozen
// tab that holds a lock would hold the outbox for ever. Two tabs sending for a moment does no harm, since a command counts
// once by its id; the lease only keeps that from being the rule.
import { outboxLeaseMs } from '../limits';
import { readRecord, writeRecord } from './record';
import type { Storage } from './storage';

export interface Lease {
  /** True: this tab sends, for the next while. */
  hold(): boolean;
  release(): void;
}

/** @param now wall clock, the only one that tabs share; an end that lies too far ahead is a clock that was set, and ignored */
export function lease(storage: Storage, place: string, tab: string, now: () => number): Lease {
  const key = `${place}lease`;
  const holder = () => {
    const record = readRecord(storage, key);
    if (!record || record === 'unreadable') return null;
    const { tab: who, until } = record;
    const runs = typeof until === 'number' && until > now() && until <= now() + outboxLeaseMs;
    return runs && typeof who === 'string' ? who : null;
  };
  return {
    hold() {
      const who = holder();
      if (who !== null && who !== tab) return false;
      writeRecord(storage, key, { tab, until: now() + outboxLeaseMs });
      return true;
    },
    release() {
      if (holder() === tab) storage.remove(key);
    },
  };
}
