// SPDX-License-Identifier: MIT
// Text as large as its box allows, between two sizes. Searches the size by halving: ten measurements settle it to a thousandth of the range.
import { useLayoutEffect, useRef } from 'preact/hooks';

interface FitTextProps {
  text: string;
  lang: string;
  /** Smallest and largest font size, in rem. */
  min: number;
  max: number;
  /** For codes and numbers: never wrapped. */
  oneLine?: boolean;
  class?: string;
}

const steps = 10;

export function FitText({ text, lang, min, max, oneLine = false, class: extra = '' }: FitTextProps) {
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
      let [low, high] = [min, max];
      for (let step = 0; step < steps; step++) {
        const middle = (low + high) / 2;
        if (fits(middle)) low = middle; else high = middle;
      }
      // A text that is wider than any box even at the smallest size still wraps inside words rather than being cut.
      fits(low);
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(outer);
    void document.fonts?.ready.then(fit);
    return () => watcher.disconnect();
  }, [text, min, max]);
  return (
    <div ref={box} class={`fit ${oneLine ? 'one-line' : ''} ${extra}`}>
      <p ref={words} lang={lang} dir="auto">{text}</p>
    </div>
  );
}
