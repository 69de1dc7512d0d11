// SPDX-License-Identifier: MIT
// A text as the outline of its QR code: one svg path on a grid of `size` modules, without the quiet zone.
import { encode } from 'uqr';

export interface QrPath {
  size: number;
  path: string;
}

/** What scanners ask for around the code, in modules (ISO/IEC 18004). */
export const quietZone = 4;

export function qrPath(text: string): QrPath {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    // Neighbours in a row become one rectangle: fewer commands, and no hairlines between modules on a scaled beamer.
    for (let x = 0; x < size; ) {
      if (!row[x]) { x++; continue; }
      const start = x;
      while (x < size && row[x]) x++;
      path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  });
  return { size, path };
}
