// SPDX-License-Identifier: MIT
// What a phone needs only after the first touch is a file of its own: a thumb in a full room with a poor network sees the
// questions sooner, and a phone that only looks on never asks for it. Until it has come, what it would show is simply not there.
import { today } from '../../keep/membership';
import { phone } from '../../keep/storage';
import { laterAgainMs } from '../../limits';
import { signal } from '../../signals';
import style from '../../styles/participantLater.css?url';
import { bring, wear } from '../../ui/bring';

export type Later = typeof import('./afterFirstTap');
export const later = signal<Later | null>(null);
/** The last attempt to fetch it failed, and it is asked for again and again. */
export const laterFails = signal(false);

let come: (parts: Later) => void;
/** For what was tapped before the rest was there: it is done then, and not lost. */
export const laterCome = new Promise<Later>((resolve) => { come = resolve; });

/** The first sign of a person: whichever of these comes first. A touch tells before the click that it becomes. */
const touches = ['pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'] as const;
/** The build gives the file this name (vite.config.ts). */
const script = `/assets/later-${__BUILD__}.js`;
let fetching = false;
let again: ReturnType<typeof setTimeout>;

export function fetchAfterFirstTouch(): void {
  for (const touch of touches) addEventListener(touch, fetchLater, { capture: true, passive: true });
}

/** Shows nothing without its style, and asks again for as long as the network fails: every while, at each touch, and at once when it is back. */
export function fetchLater(): void {
  if (fetching || later.peek()) return;
  fetching = true;
  clearTimeout(again);
  addEventListener('online', fetchLater);
  // Many browsers remember for ever that an import has failed. A fetch may fail as often as it likes, and once it has not, the import
  // finds in the cache what it asks for.
  Promise.all([bring(script), bring(style)]).then(() => Promise.all([import('./afterFirstTap'), wear(style)])).then(([parts]) => {
    parts.wipeOld(phone, today());
    laterFails.value = false;
    later.value = parts;
    come(parts);
  }, () => {
    laterFails.value = true;
    again = setTimeout(fetchLater, laterAgainMs);
  }).then(() => { fetching = false; });
}
