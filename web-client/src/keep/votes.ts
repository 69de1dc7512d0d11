// SPDX-License-Identifier: MIT
// What this phone supports. The revision grows with each change and lies in storage, so that several tabs share one counter
// and the newest choice wins on the server, whatever arrives first.
import type { Id } from '../wire/ids';
import { readRecords, writeRecord } from './record';
import type { Storage } from './storage';

export interface Vote { readonly up: boolean; readonly revision: number }

export interface Votes {
  all(): ReadonlyMap<Id, Vote>;
  /** Takes the choice and gives it its revision. The author's own support is revision 0, so the first change is 1. */
  choose(question: Id, up: boolean): Vote;
  /** The server refused this choice: what was before holds again, unless a newer choice was made since. */
  undo(question: Id, revision: number): void;
  clear(): void;
}

export function votes(storage: Storage, place: string): Votes {
  const prefix = `${place}vote.`;
  const all = () => {
    const kept = new Map<Id, Vote>();
    for (const [id, { up, revision }] of readRecords(storage, prefix).records) {
      if (typeof up === 'boolean' && typeof revision === 'number') kept.set(id, { up, revision });
    }
    return kept;
  };
  return {
    all,
    choose(question, up) {
      const vote = { up, revision: (all().get(question)?.revision ?? 0) + 1 };
      writeRecord(storage, prefix + question, vote);
      return vote;
    },
    undo(question, revision) {
      const now = all().get(question);
      if (now?.revision === revision) writeRecord(storage, prefix + question, { up: !now.up, revision });
    },
    clear: () => [...all().keys()].forEach((id) => storage.remove(prefix + id)),
  };
}
