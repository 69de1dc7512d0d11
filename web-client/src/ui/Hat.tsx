// SPDX-License-Identifier: MIT
// The mark: a plain hat, upturned, with the corner of a note peeking out. One colour by `mono`; else the note is coral.
// Purely a picture: the words beside it say what it means, so it is hidden from screen readers.
import { hatItself, hatNote } from './hatPaths';

interface HatProps {
  size?: number | string;
  mono?: boolean;
  class?: string;
}

export function Hat({ size = 32, mono = false, class: extra = '' }: HatProps) {
  return (
    <svg class={`hat ${extra}`} viewBox="0 0 64 64" width={size} height={size} aria-hidden="true" fill="currentColor">
      <path class={mono ? '' : 'hat-note'} d={hatNote} />
      <path d={hatItself} />
    </svg>
  );
}
