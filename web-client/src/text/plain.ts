// SPDX-License-Identifier: MIT

/** Without capitals and accents: what people search is seldom what people wrote. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text holds all of these words. For many texts: the words are looked at once. */
export function holdsWords(words: string): (text: string) => boolean {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return (text) => { const inside = plain(text); return wanted.every((word) => inside.includes(word)); };
}
