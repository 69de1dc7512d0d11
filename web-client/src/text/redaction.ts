// SPDX-License-Identifier: MIT
// Covering words of a question with blocks: which parts of a text can be tapped, what is sent, and how it will look. Pure. Places
// are counted in code points, as the server counts them.

/** What stands in place of whatever was covered. Always three, so that not even the length stays. */
export const blocks = '███';

/** A part of the text: something to tap (a word, a number, a sign), or what stands between. */
export interface Part {
  readonly text: string;
  readonly from: number;
  readonly word: boolean;
}

/** A stretch of the text, in code points. */
export interface Stretch { readonly from: number; readonly count: number }

const points = (text: string): string[] => [...text];
const lengthOf = (text: string): number => points(text).length;

/** All parts of a text in its order; put together again they are the text. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const add = (part: string, word: boolean) => {
    if (part === '') return;
    parts.push({ text: part, from: at, word });
    at += lengthOf(part);
  };
  for (const run of text.match(/\s+|\S+/gu) ?? []) {
    // A comma or a bracket around a word says nothing about anybody, and the sentence reads better when it stays.
    const [, before = '', word = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(run) ?? [];
    const isSign = word === '' && /[^\p{P}\s█]/u.test(run);  // an emoji can point at somebody too
    if (word === '') { add(run, isSign); continue; }
    add(before, false);
    add(word, true);
    add(after, false);
  }
  return parts;
}

/** The stretches to cover for these parts (by their place in the list), in order. Neighbours become one: two blocks for a first and a last name would tell that it was a name. */
export function stretchesOf(parts: readonly Part[], chosen: ReadonlySet<number>): Stretch[] {
  const stretches: Stretch[] = [];
  let open: { from: number; to: number } | null = null;
  parts.forEach((part, place) => {
    if (chosen.has(place)) {
      open ??= { from: part.from, to: 0 };
      open.to = part.from + lengthOf(part.text);
    } else if (part.word && open) {
      stretches.push({ from: open.from, count: open.to - open.from });
      open = null;
    }
  });
  const last = open as { from: number; to: number } | null;
  return last ? [...stretches, { from: last.from, count: last.to - last.from }] : stretches;
}

/** The text with these stretches covered. */
export function covered(text: string, stretches: readonly Stretch[]): string {
  const all = points(text);
  for (const { from, count } of [...stretches].reverse()) all.splice(from, count, ...points(blocks));
  return all.join('');
}

/** One command for each stretch, from the end to the beginning, so that none moves what the next one means. `of` is the length that the text has by then. */
export function redactions(text: string, stretches: readonly Stretch[]): { from: number; count: number; of: number }[] {
  let of = lengthOf(text);
  return [...stretches].reverse().map(({ from, count }) => {
    const one = { from, count, of };
    of += lengthOf(blocks) - count;
    return one;
  });
}
