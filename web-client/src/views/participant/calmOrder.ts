// SPDX-License-Identifier: MIT
// Nothing jumps while a finger is near: the list keeps the order that it shows until the person says so, and only says what
// is new. Pure, with the hook that uses it below.
import { useEffect, useRef } from '../../hooks';
import { useSignal } from '../../signals';
import type { Id } from '../../wire/ids';

export interface Difference { readonly fresh: number; readonly moved: boolean }

/** What is wanted and not shown yet, and whether what both have stands in another order. */
export function differenceOf(shown: readonly Id[], wanted: readonly Id[]): Difference {
  const shownIds = new Set(shown);
  const wantedIds = new Set(wanted);
  const both = wanted.filter((id) => shownIds.has(id));
  const kept = shown.filter((id) => wantedIds.has(id));
  return {
    fresh: wanted.length - both.length,
    moved: kept.length !== shown.length || kept.some((id, place) => id !== both[place]),
  };
}

/** With fewer on the screen there is hardly a list yet, and nobody has a finger on its cards. */
const listFrom = 3;

/** Whether the list may follow while nobody touches it: a new order alone may, and a list that has only just begun may fill. */
export const maySettle = ({ fresh, moved }: Difference, shown: number): boolean => (fresh > 0 ? shown < listFrom : moved);

const handsOffMs = 3_000;
const lookMs = 500;
const topPx = 120;

/** @param wish what the person chose to see; a change of it shows at once */
export function useCalmOrder(wanted: readonly Id[], wish: string): Difference & { shown: readonly Id[]; fresh: number; apply(): void } {
  const shown = useRef(wanted);
  const wishShown = useRef(wish);
  const touched = useRef(0);
  const changes = useSignal(0);
  changes.value;  // followed, so that the list is drawn again when another order is shown

  if (wish !== wishShown.current || shown.current.length === 0) {
    wishShown.current = wish;
    shown.current = wanted;
  }
  const difference = differenceOf(shown.current, wanted);
  const show = (order: readonly Id[]) => {
    shown.current = order;
    changes.value += 1;
  };

  useEffect(() => {
    const touch = () => { touched.current = performance.now(); };
    const events = ['pointerdown', 'pointermove', 'keydown', 'scroll'] as const;
    events.forEach((event) => addEventListener(event, touch, { passive: true }));
    return () => events.forEach((event) => removeEventListener(event, touch));
  }, []);

  // Seen from the top by someone who is only looking, it may glide into place. All else waits for a tap.
  const latest = useRef(wanted);
  latest.current = wanted;
  const settles = maySettle(difference, shown.current.length);
  useEffect(() => {
    if (!settles) return;
    const look = setInterval(() => {
      if (scrollY < topPx && performance.now() - touched.current > handsOffMs) show(latest.current);
    }, lookMs);
    return () => clearInterval(look);
  }, [settles]);

  return { ...difference, shown: shown.current, apply: () => show(wanted) };
}
