// SPDX-License-Identifier: MIT
// Motion that tells what moved where: notes that change place glide there, new ones rise together. Measured before and after a
// change of order (first, last, invert, play); nothing moves for those who asked for less motion, or on the first drawing.
import type { RefObject } from 'preact';
import { useEffect, useRef } from '../hooks';

const moveMs = 280;
const easing = 'cubic-bezier(.2, .7, .2, 1)';

/** @param list whose children carry `data-id`; @param shown changes identity when the order may have changed */
export function useMovedNotes(list: RefObject<HTMLElement | null>, shown: unknown): void {
  const before = useRef<Map<string, number> | null>(null);
  useEffect(() => {
    const notes = ([...(list.current?.children ?? [])] as HTMLElement[]).filter((note) => !note.hidden);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const last = before.current;
    const now = new Map(notes.map((note) => [note.dataset['id'] ?? '', note.offsetTop]));
    if (last && !calm) {
      for (const note of notes) {
        const was = last.get(note.dataset['id'] ?? '');
        if (was === undefined) {
          note.animate([{ opacity: 0, transform: 'translateY(28px)' }, {}], { duration: moveMs, easing });
        } else if (was !== note.offsetTop) {
          note.animate([{ transform: `translateY(${was - note.offsetTop}px)` }, {}], { duration: moveMs, easing });
        }
      }
    }
    before.current = now;
  }, [shown]);
}
