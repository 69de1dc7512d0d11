// SPDX-License-Identifier: MIT
// When the note that has the focus leaves its list, the next one gets it: a person at the keys goes on where they were, and does
// not start again at the top of the page.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const nothingFocused = () => document.activeElement === null || document.activeElement === document.body;

/** @param list whose children carry `data-id` and can be focused; @param shown changes identity when the notes may have changed; @param orElse gets the focus when none is left */
export function useSteadyFocus(list: RefObject<HTMLElement | null>, shown: unknown, orElse: RefObject<HTMLElement | null>): void {
  const last = useRef<{ id: string; at: number } | null>(null);
  const notes = () => [...(list.current?.children ?? [])] as HTMLElement[];

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const onIn = ({ target }: FocusEvent) => {
      const at = notes().findIndex((note) => note.contains(target as Node));
      last.current = at < 0 ? null : { id: notes()[at]!.dataset['id'] ?? '', at };
    };
    const onOut = ({ relatedTarget: to }: FocusEvent) => {
      // Into a dialog about the note, or nowhere because it left: still here. Anywhere else: the person went away.
      if (to instanceof Element && !element.contains(to) && !to.closest('dialog')) last.current = null;
    };
    element.addEventListener('focusin', onIn);
    element.addEventListener('focusout', onOut);
    return () => {
      element.removeEventListener('focusin', onIn);
      element.removeEventListener('focusout', onOut);
    };
  }, []);

  useLayoutEffect(() => {
    const was = last.current;
    if (!was) return;
    const at = notes().findIndex((note) => note.dataset['id'] === was.id);
    if (at >= 0) {
      was.at = at;  // others came or went before it
      return;
    }
    // A dialog about the note may be closing in this very moment, and gives the focus back first.
    const frame = requestAnimationFrame(() => {
      if (!nothingFocused()) return;
      const all = notes();
      (all[Math.min(was.at, all.length - 1)] ?? orElse.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
}
