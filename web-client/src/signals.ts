// SPDX-License-Identifier: MIT
// Values that views and other values follow by themselves: read `.value` while rendering, and the component is drawn again when
// it changes. The same idea and names as the signals libraries, in a quarter of their bytes: a phone pays for each of them
// before it sees the first question. A change is pushed as a mere "look again"; values are then pulled, so nothing is ever
// computed twice for one change or seen half changed.
import { onDrawing } from './drawing';
import { useMemo } from './hooks';

export interface ReadonlySignal<T> {
  readonly value: T;
  /** The value, without following it. */
  peek(): T;
}
export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
}

/** Someone who follows sources. `seen`: which, and the version of each when it was read. */
interface Follower {
  seen: Map<Source<unknown>, number>;
  /** Wants to hear of changes; a computed value that nobody follows does not, and so is held by nobody. */
  live(): boolean;
  /** A source, or a source of a source, may have changed. */
  stir(): void;
}
interface Run extends Follower { run(): void }

let following: Follower | null = null;
let batches = 0;
const due = new Set<Run>();
/** Two effects that keep on changing what the other follows are a bug, not a wait. */
const roundsMax = 100;

class Source<T> implements Signal<T> {
  version = 0;
  readonly followers = new Set<Follower>();
  constructor(protected held: T) {}

  refresh(): void {}
  follow(follower: Follower): void { this.followers.add(follower); }
  unfollow(follower: Follower): void { this.followers.delete(follower); }

  get value(): T {
    this.refresh();
    following?.seen.set(this, this.version);
    return this.held;
  }
  set value(next: T) {
    if (Object.is(next, this.held)) return;
    this.held = next;
    this.version += 1;
    batch(() => this.followers.forEach((follower) => follower.stir()));
  }
  peek(): T {
    this.refresh();
    return this.held;
  }
}

class Computed<T> extends Source<T> implements Follower {
  seen = new Map<Source<unknown>, number>();
  private stale = true;
  constructor(private readonly compute: () => T) { super(undefined as T); }

  live(): boolean { return this.followers.size > 0; }

  stir(): void {
    if (this.stale) return;
    this.stale = true;
    this.followers.forEach((follower) => follower.stir());
  }

  override refresh(): void {
    if (this.live() && !this.stale) return;
    if (this.version === 0 || changed(this)) {
      const now = track(this, this.compute);
      if (this.version === 0 || !Object.is(now, this.held)) {
        this.held = now;
        this.version += 1;
      }
    }
    this.stale = false;
  }

  override follow(follower: Follower): void {
    const first = !this.live();
    super.follow(follower);
    if (!first) return;
    this.seen.forEach((_, source) => source.follow(this));
    this.stale = true;  // it may have changed while nobody told us
    this.refresh();
  }

  override unfollow(follower: Follower): void {
    super.unfollow(follower);
    if (!this.live()) this.seen.forEach((_, source) => source.unfollow(this));
  }
}

function changed({ seen }: Follower): boolean {
  for (const [source, version] of seen) {
    source.refresh();
    if (source.version !== version) return true;
  }
  return false;
}

/** From here on what is read is followed by `follower`. Returns how to stop, which also drops what is not read any more. */
function begin(follower: Follower): () => void {
  const outer = following;
  const before = follower.seen;
  follower.seen = new Map();
  following = follower;
  return () => {
    following = outer;
    const now = follower.seen;
    if (follower.live()) now.forEach((_, source) => { if (!before.has(source)) source.follow(follower); });
    before.forEach((_, source) => { if (!now.has(source)) source.unfollow(follower); });
  };
}

function track<T>(follower: Follower, read: () => T): T {
  const end = begin(follower);
  try {
    return read();
  } finally {
    end();
  }
}

function settle(): void {
  for (let round = 0; due.size > 0; round += 1) {
    if (round > roundsMax) {
      due.clear();
      throw new Error('signals that change one another for ever');
    }
    const now = [...due];
    due.clear();
    for (const run of now) if (changed(run)) run.run();
  }
}

/** All changes within are one change to those who follow. */
export function batch<T>(change: () => T): T {
  batches += 1;
  try {
    const result = change();
    if (batches === 1) settle();
    return result;
  } finally {
    batches -= 1;
  }
}

export const signal = <T>(value: T): Signal<T> => new Source(value);

/** @__NO_SIDE_EFFECTS__ */
export const computed = <T>(compute: () => T): ReadonlySignal<T> => new Computed(compute);

/** Runs now and after each change of what it read. Returns how to stop it. */
export function effect(body: () => void): () => void {
  let stopped = false;
  const self: Run = {
    seen: new Map(),
    live: () => !stopped,
    stir: () => void due.add(self),
    run() {
      if (stopped) return;
      track(self, body);
      if (changed(self)) due.add(self);  // it changed what it had read already
    },
  };
  batch(() => self.run());
  return () => {
    stopped = true;
    leave(self);
  };
}

function leave(follower: Run): void {
  due.delete(follower);
  follower.seen.forEach((_, source) => source.unfollow(follower));
}

// --- components: what is read while a component renders is followed by it ----------------------------------------------------

let endRender: (() => void) | null = null;
function closeRender(): void {
  endRender?.();
  endRender = null;
}

onDrawing('__r', (component) => {
  closeRender();
  if (!component) return;
  const self: Run = component.__follower as Run | undefined ?? {
    seen: new Map(),
    live: () => true,
    stir: () => void due.add(self),
    run: () => component.setState({}),
  };
  component.__follower = self;
  endRender = begin(self);
});
// The children are drawn after the component has rendered and before it counts as drawn: whichever comes first ends it.
onDrawing('__b', closeRender);
onDrawing('diffed', closeRender);
onDrawing('__e', closeRender, 1);
onDrawing('unmount', (component) => { if (component?.__follower) leave(component.__follower as Run); });

/** A signal that lives as long as the component. */
export const useSignal = <T>(initial: T): Signal<T> => useMemo(() => signal(initial), []);
