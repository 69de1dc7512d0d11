// SPDX-License-Identifier: MIT
// Shows that the path draws exactly the modules of the code: read back square by square, it has the three finder patterns.
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr';

function read(path: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(run); at++) grid[Number(y)]![Number(x) + at] = true;
  }
  return grid;
}

describe('qrPath', () => {
  const { size, path } = qrPath('http://192.168.1.20:8080/#AbCdEfGhIjKlMk');
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  it.each([[0, 0], [size - 7, 0], [0, size - 7]])('has a finder pattern at %i,%i', (left, top) => {
    const grid = read(path, size);
    const rows = finder.map((_, y) => finder.map((_, x) => (grid[top + y]![left + x] ? '1' : '0')).join(''));
    expect(rows).toEqual(finder);
  });
  it('is another code for another text', () => expect(qrPath('http://192.168.1.20:8080/#AbCdEfGhIjKlMo').path).not.toBe(path));
});
