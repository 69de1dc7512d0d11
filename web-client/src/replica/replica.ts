// SPDX-License-Identifier: MIT
// The page's copy of the session. Pure: frames in, replica out. A replica is never changed in place, and what a frame does
// not touch keeps its identity, so a view can tell by `===` whether it has to draw again.
import type { Collection, Entities, Frame } from '../wire/messages';

export type Entity<C extends Collection> = Readonly<Partial<Entities[C]>> & { readonly id: string };
export type Topic = Entity<'topic'>;
export type Question = Entity<'question'>;
export type Receipt = Entity<'receipt'>;
export type Link = Entity<'link'>;
export type Session = Entity<'session'>;
export type Answer = Entity<'answer'>;
export type AskBack = Entity<'ask_back'>;
export type Merge = Entity<'merge'>;

export type Replica = {
  /** Position: the epoch and the number of the last frame that was applied. `''` and 0 before the first snapshot. */
  readonly epoch: string;
  readonly n: number;
} & { readonly [C in Collection]: ReadonlyMap<string, Entity<C>> };

export const emptyReplica: Replica = {
  epoch: '', n: 0, session: new Map(), topic: new Map(), question: new Map(), receipt: new Map(), link: new Map(),
  merge: new Map(), answer: new Map(), ask_back: new Map(),
};

/** The frame does not follow on what we have: only a new snapshot helps. */
export const hole = Symbol('hole');

/** The replica after this frame; the same replica for a frame that it has already; `hole` when frames are missing. */
export function applyFrame(replica: Replica, frame: Frame): Replica | typeof hole {
  if (frame.t === 'frame') {
    if (frame.epoch !== replica.epoch) return hole;
    if (frame.n <= replica.n) return replica;
    if (frame.n !== replica.n + 1) return hole;
  }
  const base = frame.t === 'snapshot' ? emptyReplica : replica;
  const touched: Partial<Record<Collection, Map<string, Entity<Collection>>>> = {};
  const writable = (collection: Collection) =>
    (touched[collection] ??= new Map<string, Entity<Collection>>(base[collection]));

  for (const [collection, id, fields] of frame.put) {
    const entities = writable(collection);
    entities.set(id, { ...entities.get(id), ...fields, id } as Entity<Collection>);
  }
  for (const [collection, id] of frame.remove) writable(collection).delete(id);
  return { ...base, ...touched, epoch: frame.epoch, n: frame.n } as Replica;
}
