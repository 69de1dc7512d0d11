// SPDX-License-Identifier: MIT
// What this phone supports. The revision grows with each change and lies in storage, so that several tabs share one counter
// and the newest choice wins on the server, whatever arrives first.
import type { Id } from '../wire/ids';
import { readRecords, writeRecord } from './record';
import type { Storage } from './storage';

export interface Vote {
  readonly up: boolean;
  readonly revision: number;
  /** What the server is known to have: what holds again when a choice is refused. */
  readonly known: boolean;
}

export interface Votes {
  all(): ReadonlyMap<Id, Vote>;
  /** Takes the choice and gives it its revision. The author's own support counts as revision 1 with up: the first tap repeats it, which does no harm. */
  choose(question: Id, up: boolean): Vote;
  /** The server took this choice. */
  confirm(question: Id, revision: number, up: boolean): void;
  /** The server refused this choice: what it is known to have holds again, unless a newer choice was made since. */
  undo(question: Id, revision: number): void;
  clear(): void;
}

export function votes(storage: Storage, place: string): Votes {
  const prefix = `${place}vote.`;
  const all = () => {
    const kept = new Map<Id, Vote>();
    for (const [id, { up, revision, known }] of readRecords(storage, prefix).records) {
      if (typeof up === 'boolean' && typeof revision === 'number') kept.set(id, { up, revision, known: known === true });
    }
    return kept;
  };
  return {
    all,
    choose(question, up) {
      const before = all().get(question);
      const vote = { up, revision: (before?.revision ?? 0) + 1, known: before?.known ?? false };
      writeRecord(storage, prefix + question, { ...vote });
      return vote;
    },
    confirm(question, revision, up) {
      const now = all().get(question);
      if (now && revision <= now.revision) writeRecord(storage, prefix + question, { ...now, known: up });
    },
    undo(question, revision) {
      const now = all().get(question);
      if (now?.revision === revision) writeRecord(storage, prefix + question, { ...now, up: now.known });
    },
    clear: () => [...all().keys()].forEach((id) => storage.remove(prefix + id)),
  };
}
