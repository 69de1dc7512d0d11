// SPDX-License-Identifier: MIT
// A card that follows the finger sideways and says what letting go would do. An extra: every way has a button too.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { mayBegin, swipeOf, type Swipe } from '../../ui/swipe';

export type Ways = Readonly<Partial<Record<Swipe, () => void>>>;

/** Less is a tap. */
const beginsPx = 10;
/** Where nothing is to be found a card moves a little all the same, so that one feels the end. */
const stiff = .15;

/** The element needs `touch-action: pan-y`; css reads `--dx` and `data-swipe`. */
export function useSwipedCard(ways: Ways): RefObject<HTMLLIElement | null> {
  const card = useRef<HTMLLIElement | null>(null);
  const latest = useRef(ways);
  latest.current = ways;
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    let from: { id: number; x: number; y: number } | null = null;
    const rest = () => {
      from = null;
      element.style.removeProperty('--dx');
      delete element.dataset['swipe'];
    };
    const down = (event: PointerEvent) => {
      from = mayBegin(event) ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
    };
    const move = (event: PointerEvent) => {
      if (from?.id !== event.pointerId) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.abs(dx) < beginsPx) return;
      const toward: Swipe = dx < 0 ? 'left' : 'right';
      element.style.setProperty('--dx', `${latest.current[toward] ? dx : dx * stiff}px`);
      const way = swipeOf(dx, dy);
      if (way && latest.current[way]) element.dataset['swipe'] = way;
      else delete element.dataset['swipe'];
    };
    const up = (event: PointerEvent) => {
      if (from?.id !== event.pointerId) return;
      const way = swipeOf(event.clientX - from.x, event.clientY - from.y);
      rest();
      if (way) latest.current[way]?.();
    };
    const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: rest };
    const each = Object.entries(listeners) as [keyof HTMLElementEventMap, EventListener][];
    each.forEach(([type, listener]) => element.addEventListener(type, listener));
    return () => each.forEach(([type, listener]) => element.removeEventListener(type, listener));
  }, []);
  return card;
}
