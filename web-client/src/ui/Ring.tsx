// SPDX-License-Identifier: MIT
// A share of something as a ring, with room in its middle. Says nothing by itself: the number stands inside it.
import type { ComponentChildren } from 'preact';

interface RingProps {
  /** What is left, from 0 to 1. */
  share: number;
  class?: string;
  children?: ComponentChildren;
}

const radius = 45;
const around = 2 * Math.PI * radius;

export function Ring({ share, class: extra = '', children }: RingProps) {
  const left = Math.min(1, Math.max(0, share)) * around;
  return (
    <div class={`ring ${extra}`}>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle class="ring-track" cx="50" cy="50" r={radius} />
        <circle class="ring-left" cx="50" cy="50" r={radius} transform="rotate(-90 50 50)" stroke-dasharray={`${left} ${around}`} />
      </svg>
      <div class="ring-middle">{children}</div>
    </div>
  );
}
