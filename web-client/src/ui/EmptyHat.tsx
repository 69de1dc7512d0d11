// SPDX-License-Identifier: MIT
// The mark without its note: the session is closed, and nothing is left in the hat. A picture only, as Hat is.
import { hatItself } from './hatPaths';

/** The part of the brim that the note is in front of, while there is one. */
const brimBehindNote = 'M24.2 14.9A30 10.5 0 0 1 45.3 15.4L44.2 20.1A18 5.2 0 0 0 23.4 19.5Z';

export function EmptyHat({ size }: { size: number | string }) {
  return (
    <svg class="hat" viewBox="0 0 64 64" width={size} height={size} aria-hidden="true" fill="currentColor" stroke="currentColor" stroke-width=".4">
      <path d={hatItself + brimBehindNote} />
    </svg>
  );
}
