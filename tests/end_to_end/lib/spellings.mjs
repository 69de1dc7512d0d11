// SPDX-License-Identifier: MIT
// How a thing could have been written by whoever kept it: what a search for traces looks for.

export const reversed = (/** @type {Buffer} */ bytes) => Buffer.from(bytes).reverse();

/** The spellings of a text. */
export const ofText = (/** @type {string} */ text) => [
  Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('hex')), Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '')),
];
/** The spellings of bits that travel as base64url: as they are, turned round, in hex, in both base64s. */
export const ofBits = (/** @type {string} */ base64url) => {
  const bits = Buffer.from(base64url, 'base64url');
  return [bits, reversed(bits), ...ofText(base64url), Buffer.from(bits.toString('hex')), Buffer.from(bits.toString('hex').toUpperCase()), Buffer.from(bits.toString('base64').replace(/=+$/, ''))];
};
