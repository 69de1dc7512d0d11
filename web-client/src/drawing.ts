// SPDX-License-Identifier: MIT
// The places where Preact tells that it draws, for what hangs on to a component: signals.ts and hooks.ts.
import { options, type VNode } from 'preact';

/** What we keep with a component, beside what Preact keeps there (its names are those of its build). */
export interface Drawing {
  setState(state: object): void;
  /** Preact's: what to do once the page shows what was drawn, and refs point at it. */
  __h: (() => void)[];
  __follower?: object;
  __slots?: object[];
}
type Drawn = VNode & { __c?: Drawing };

/** `__b`: before a node; `__r`: before a component renders; `diffed`: after it; `__e`: it threw; `unmount`: it goes. */
const hooks = options as unknown as Record<'__b' | '__r' | '__e' | 'diffed' | 'unmount', ((...args: never[]) => void) | undefined>;

/** `ours` runs first, and is given the component if there is one. */
export function onDrawing(name: keyof typeof hooks, ours: (component: Drawing | undefined) => void, at: 0 | 1 = 0): void {
  const before = hooks[name];
  hooks[name] = (...args: never[]) => {
    ours((args[at] as unknown as Drawn).__c);
    before?.(...args);
  };
}
