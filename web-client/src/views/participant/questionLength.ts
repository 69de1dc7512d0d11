// SPDX-License-Identifier: MIT
// How long a question is, for a person (what looks like one character counts as one) and for the server (bytes). Pure.
import { questionGraphemesMax, questionTextBytesMax } from '../../limits';

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter() : null;

const graphemes = (text: string): number => segmenter ? [...segmenter.segment(text)].length : [...text].length;
const bytes = (text: string): number => new TextEncoder().encode(text).length;

export interface Length { readonly left: number; readonly fits: boolean; readonly tooManyBytes: boolean }

export function lengthOf(text: string): Length {
  const left = questionGraphemesMax - graphemes(text);
  const tooManyBytes = bytes(text) > questionTextBytesMax;
  return { left, fits: left >= 0 && !tooManyBytes, tooManyBytes: left >= 0 && tooManyBytes };
}
