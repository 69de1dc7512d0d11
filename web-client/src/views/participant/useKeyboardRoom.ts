// SPDX-License-Identifier: MIT
import { useEffect } from '../../hooks';

/** Keeps the field and its button above the keyboard where the browser lays it over the page instead of making room. */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const place = () => {
      // Pinched in: the keyboard is not what makes the window smaller, and a dock that follows would cover the text.
      const covered = seen.scale > 1 ? 0 : Math.max(0, window.innerHeight - seen.height - seen.offsetTop);
      document.documentElement.style.setProperty('--keyboard', `${Math.round(covered)}px`);
    };
    seen.addEventListener('resize', place);
    seen.addEventListener('scroll', place);
    return () => {
      seen.removeEventListener('resize', place);
      seen.removeEventListener('scroll', place);
      // The keyboard goes with the field, after this: nobody would notice any more, and the dock would hang where it ended.
      document.documentElement.style.removeProperty('--keyboard');
    };
  }, []);
}
