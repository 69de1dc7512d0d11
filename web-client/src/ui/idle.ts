// SPDX-License-Identifier: MIT
// True once the mouse has lain still for a while: then a projector page hides the pointer and its buttons.
import { useEffect, useState } from 'preact/hooks';

const stillAfterMs = 3_000;

export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), stillAfterMs);
    };
    wake();
    const events = ['pointermove', 'pointerdown', 'focusin'] as const;
    for (const event of events) addEventListener(event, wake);
    return () => {
      clearTimeout(timer);
      for (const event of events) removeEventListener(event, wake);
    };
  }, []);
  return idle;
}
