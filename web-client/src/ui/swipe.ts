// SPDX-License-Identifier: MIT
// A sideways swipe with a finger or a pen, as an extra beside buttons and keys. What begins as scrolling stays scrolling, and a
// mouse never swipes: with it people select text.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export type Swipe = 'left' | 'right';

/** Shorter ways are taps of a hand that shakes. */
const leastPx = 56;
/** So much more sideways than down, or it was meant as scrolling. */
const slope = 1.8;

/** Pure: what a finger that went so far meant. */
export function swipeOf(dx: number, dy: number): Swipe | null {
  if (Math.abs(dx) < leastPx || Math.abs(dx) < slope * Math.abs(dy)) return null;
  return dx < 0 ? 'left' : 'right';
}

/** Not within a field: there a finger that goes sideways moves the caret or marks words. */
export const mayBegin = ({ isPrimary, pointerType, target }: PointerEvent): boolean =>
  isPrimary && pointerType !== 'mouse' && !(target as Element).closest('input, textarea, select, [contenteditable]');

/** The element needs `touch-action: pan-y`, or the browser keeps the sideways way to itself. */
export function useSwipe<E extends HTMLElement>(swiped: (way: Swipe) => void): RefObject<E | null> {
  const element = useRef<E | null>(null);
  const latest = useRef(swiped);
  latest.current = swiped;
  useEffect(() => {
    const on = element.current;
    if (!on) return;
    let from: { id: number; x: number; y: number } | null = null;
    const down = (event: PointerEvent) => {
      from = mayBegin(event) ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
    };
    const up = (event: PointerEvent) => {
      if (from?.id !== event.pointerId) return;
      const way = swipeOf(event.clientX - from.x, event.clientY - from.y);
      from = null;
      if (way) latest.current(way);
    };
    const cancel = () => { from = null; };
    on.addEventListener('pointerdown', down);
    on.addEventListener('pointerup', up);
    on.addEventListener('pointercancel', cancel);
    return () => {
      on.removeEventListener('pointerdown', down);
      on.removeEventListener('pointerup', up);
      on.removeEventListener('pointercancel', cancel);
    };
  }, []);
  return element;
}
