// SPDX-License-Identifier: MIT
// Text as large as its box allows, between two sizes. Whole words first: a word is only broken when the text would otherwise
// become smaller than `whole`, since a word cut in two is read aloud wrongly. What does not fit even at the smallest size is cut
// behind a whole line, with dots, and whoever shows it is told.
import { useLayoutEffect, useRef } from 'preact/hooks';

interface FitTextProps {
  text: string;
  lang: string;
  /** Smallest and largest font size, in rem. */
  min: number;
  max: number;
  /** Down to this size, in rem, no word is broken. */
  whole?: number;
  /** For codes and numbers: never wrapped. */
  oneLine?: boolean;
  class?: string;
  /** Whether a part of the text is not to be seen; said again whenever that changes. */
  onCut?: (cut: boolean) => void;
}

/** Halvings: enough to settle a range of 100 px to a tenth. */
const steps = 10;

export function FitText({ text, lang, min, max, whole = min, oneLine = false, class: extra = '', onCut }: FitTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const outer = box.current!;
    const inner = words.current!;
    const fits = (size: number) => {
      inner.style.fontSize = `${size}rem`;
      return inner.scrollHeight <= outer.clientHeight && inner.scrollWidth <= outer.clientWidth;
    };
    const fit = () => {
      outer.classList.remove('fit-broken', 'fit-cut');
      const broken = !oneLine && !fits(whole);
      outer.classList.toggle('fit-broken', broken);
      let [low, high] = [broken ? min : whole, max];
      for (let step = 0; step < steps; step++) {
        const middle = (low + high) / 2;
        if (fits(middle)) low = middle; else high = middle;
      }
      const cut = !fits(low);
      if (cut && !oneLine) {
        const lines = Math.floor(outer.clientHeight / parseFloat(getComputedStyle(inner).lineHeight));
        inner.style.setProperty('--lines', String(Math.max(1, lines)));
        outer.classList.add('fit-cut');
      }
      onCut?.(cut);
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(outer);
    void document.fonts?.ready.then(fit);
    return () => watcher.disconnect();
  }, [text, min, max, whole, oneLine]);
  return (
    <div ref={box} class={`fit ${oneLine ? 'one-line' : ''} ${extra}`}>
      <p ref={words} lang={lang || undefined} dir="auto">{text}</p>
    </div>
  );
}
