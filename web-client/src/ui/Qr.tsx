// SPDX-License-Identifier: MIT
// A QR code as svg elements. Dark on light in every theme, since many scanners read nothing else.
import { useMemo } from 'preact/hooks';
import { qrPath, quietZone } from './qr';

interface QrProps {
  text: string;
  /** What a screen reader says instead of the picture. */
  label: string;
  class?: string;
}

export function Qr({ text, label, class: extra = '' }: QrProps) {
  const { size, path } = useMemo(() => qrPath(text), [text]);
  const whole = size + 2 * quietZone;
  return (
    <svg class={`qr ${extra}`} viewBox={`${-quietZone} ${-quietZone} ${whole} ${whole}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect x={-quietZone} y={-quietZone} width={whole} height={whole} rx="2" fill="#fff" />
      <path d={path} fill="#10131f" />
    </svg>
  );
}
