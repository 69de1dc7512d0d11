// SPDX-License-Identifier: MIT
// The mark: a plain hat, upturned, with the corner of a note peeking out. One colour by `mono`; else the note is coral.
// Purely a picture: the words beside it say what it means, so it is hidden from screen readers.
interface HatProps {
  size?: number | string;
  mono?: boolean;
  class?: string;
}

export function Hat({ size = 32, mono = false, class: extra = '' }: HatProps) {
  return (
    <svg class={`hat ${extra}`} viewBox="0 0 64 64" width={size} height={size} aria-hidden="true" fill="currentColor">
      <path class={mono ? '' : 'hat-note'} d="M24.6 26.7 29.5 2.5 45 6.8 40.8 26.6Q32.5 28.3 24.6 26.7Z" />
      <path d="M24.2 14.9A30 10.5 0 1 0 45.3 15.4L44.2 20.1A18 5.2 0 1 1 23.4 19.5Z" />
      <path d="M13.4 36.6C19 38 25.3 38.6 32 38.6S45 38 50.6 36.6L50 43C44.5 44.3 38.4 44.9 32 44.9S19.5 44.3 14 43Z" />
      <path d="M14.3 46.6C20 47.9 26 48.5 32 48.5S44 47.9 49.7 46.6L48.7 57.6C44 60.2 38 61.5 32 61.5S20 60.2 15.3 57.6Z" />
    </svg>
  );
}
