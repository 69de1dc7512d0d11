// SPDX-License-Identifier: MIT
// Shows that a frame never overtakes the snapshot it follows on, though only the snapshot has to be inflated.
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inOrder } from './inflate';

const packed = (text: string): ArrayBuffer => new Uint8Array(deflateSync(text)).buffer;

it('keeps the order of text and compressed messages', async () => {
  const passed: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const take = inOrder((text) => { passed.push(text); if (text === 'last') resolve(); }, reject);
    take('welcome');
    take(packed('snapshot'.repeat(5_000)));
    take('frame');
    take(packed('another'));
    take('last');
  });
  expect(passed.map((text) => text.slice(0, 8))).toEqual(['welcome', 'snapshot', 'frame', 'another', 'last']);
});
it('passes text at once while nothing is being inflated', () => {
  const passed: string[] = [];
  inOrder((text) => passed.push(text), () => {})('now');
  expect(passed).toEqual(['now']);
});
it('says when it cannot', async () => {
  await expect(new Promise((resolve, reject) => inOrder(resolve, () => reject(new Error('garbled')))(new ArrayBuffer(5)))).rejects.toThrow('garbled');
});
