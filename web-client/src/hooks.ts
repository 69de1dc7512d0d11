// SPDX-License-Identifier: MIT
// What a component remembers from one drawing to the next: the names and rules of Preact's hooks, as far as a phone needs them,
// in a third of their bytes. One difference: an effect runs as soon as the page shows what was drawn, not a frame later, so that
// a field that opens under a thumb has the focus within the same tap. Desks use Preact's own; the two do not disturb each other.
import type { RefObject } from 'preact';
import { onDrawing, type Drawing } from './drawing';

type Ends = (() => void) | void;
interface Slot { deps?: readonly unknown[] | undefined; value?: unknown; end?: Ends }

let drawn: Drawing;
let next = 0;

onDrawing('__r', (component) => {
  if (component) drawn = component;
  next = 0;
});
onDrawing('unmount', (component) => component?.__slots?.forEach((slot) => (slot as Slot).end?.()));

/** The slot of this call, which is the same in every drawing: hooks are called in one order, and never under a condition. */
function slotFor(deps: readonly unknown[] | undefined, changed: (slot: Slot) => void): Slot {
  const slots = drawn.__slots ??= [];
  const slot = (slots[next] ??= {}) as Slot;
  next += 1;
  if (!deps || !slot.deps || deps.some((one, place) => !Object.is(one, slot.deps![place]))) {
    slot.deps = deps;
    changed(slot);
  }
  return slot;
}

export const useMemo = <T>(make: () => T, deps: readonly unknown[]): T =>
  slotFor(deps, (slot) => { slot.value = make(); }).value as T;

export const useRef = <T>(initial: T): { current: T } => useMemo(() => ({ current: initial }), []);

/** For a `ref`: null until it is drawn. */
export const useElement = <T extends Element>(): RefObject<T | null> => useRef<T | null>(null);

/** @param deps without them it runs after each drawing */
export function useEffect(body: () => Ends, deps?: readonly unknown[]): void {
  slotFor(deps, (slot) => drawn.__h.push(() => {
    slot.end?.();
    slot.end = body();
  }));
}
