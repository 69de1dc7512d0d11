// SPDX-License-Identifier: MIT
// What a desk needs only after the first touch comes then, so that it stands sooner. Until it has come, what it would show is simply
// not there; what was tapped meanwhile is kept by whoever uses it, and done once it is.
import { laterAgainMs } from '../limits';
import { signal, type ReadonlySignal } from '../signals';

export interface Later<Parts> {
  /** Null until it has come. */
  readonly parts: ReadonlySignal<Parts | null>;
  /** The last attempt to fetch it failed, and it is asked for again and again. */
  readonly fails: ReadonlySignal<boolean>;
  readonly come: Promise<Parts>;
  readonly fetch: () => void;
  readonly fetchAfterFirstTouch: () => void;
}

/** The first sign of a person: whichever of these comes first. A touch tells before the click that it becomes. */
const touches = ['pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'] as const;

/** @param load a late import. It is tried every while, at each touch, and at once when the network is back. */
export function later<Parts>(load: () => Promise<Parts>): Later<Parts> {
  const parts = signal<Parts | null>(null);
  const fails = signal(false);
  let hasCome: (parts: Parts) => void;
  const come = new Promise<Parts>((resolve) => { hasCome = resolve; });
  let fetching = false;
  let again: ReturnType<typeof setTimeout> | undefined;

  const fetch = () => {
    if (fetching || parts.peek()) return;
    fetching = true;
    clearTimeout(again);
    addEventListener('online', fetch);
    load().then((loaded) => {
      fails.value = false;
      parts.value = loaded;
      hasCome(loaded);
    }, () => {
      fails.value = true;
      again = setTimeout(fetch, laterAgainMs);
    }).then(() => { fetching = false; });
  };
  const fetchAfterFirstTouch = () => {
    for (const touch of touches) addEventListener(touch, fetch, { capture: true, passive: true });
  };
  return { parts, fails, come, fetch, fetchAfterFirstTouch };
}
