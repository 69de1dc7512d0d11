// SPDX-License-Identifier: MIT
import type { RefObject } from 'preact';
import { useMovedNotes } from '../../ui/movedNotes';

/** Draws nothing. A list whose motion comes later than the list: before the first touch nothing in it moves. */
export function MovedNotes({ list, shown }: { list: RefObject<HTMLElement | null>; shown: unknown }) {
  useMovedNotes(list, shown);
  return null;
}
