// SPDX-License-Identifier: MIT
// A question that was sent slides into the hat: it tells where the words have gone. Nothing flies for those who asked for calm.

const flightMs = 300;

/** Call before the field is emptied; the hat may appear a moment later. */
export function flyToHat(from: HTMLElement): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const start = from.getBoundingClientRect();
  requestAnimationFrame(() => {
    const hat = document.querySelector('.in-hat-hat')?.getBoundingClientRect();
    if (!hat) return;
    const note = document.createElement('div');
    note.className = 'flying-note';
    note.setAttribute('aria-hidden', 'true');
    Object.assign(note.style, {
      left: `${start.left}px`, top: `${start.top}px`, width: `${start.width}px`, height: `${start.height}px`,
    });
    document.body.append(note);
    const dx = hat.left + hat.width / 2 - (start.left + start.width / 2);
    const dy = hat.top + hat.height / 3 - (start.top + start.height / 2);
    note.animate([
      { transform: 'none', opacity: 1 },
      { transform: `translate(${dx}px, ${dy}px) scale(.08)`, opacity: .6 },
    ], { duration: flightMs, easing: 'cubic-bezier(.5, 0, .6, 1)' }).finished.finally(() => note.remove());
  });
}
