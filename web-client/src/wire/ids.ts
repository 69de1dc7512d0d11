// SPDX-License-Identifier: MIT
// Ids are random bits written as base64url without padding. The page makes them with getRandomValues, which plain http has.

/** 128 bits, 22 characters: session, question, topic, command, link, token, secret. */
export type Id = string;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const idBytes = 16;
const joinKeyBytes = 10;

export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 6; bits -= 6) text += alphabet[(held >> (bits - 6)) & 63];
    held &= (1 << bits) - 1;
  }
  // What is left over is padded with zero bits, which keeps the spelling of an id unique.
  return bits > 0 ? text + alphabet[(held << (6 - bits)) & 63] : text;
}

function random(bytes: number): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

export const makeId = (): Id => random(idBytes);
export const makeSecret = (): Id => random(idBytes);
export const makeJoinKey = (): string => random(joinKeyBytes);

export const isId = (text: string): boolean => /^[\w-]{21}[AQgw]$/.test(text);
export const isJoinKey = (text: string): boolean => /^[\w-]{13}[AEIMQUYcgkosw048]$/.test(text);
