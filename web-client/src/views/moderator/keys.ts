// SPDX-License-Identifier: MIT
// What each key of the board does to the chosen question.
import type { Deed } from '../../replica/moderation';

/** By key; the first of them that the question allows is done. */
export const deedKeys: Readonly<Record<string, readonly Deed[]>> = {
  a: ['approve'], r: ['refuse'], m: ['merge'], l: ['label'], p: ['pin'], c: ['redact'], e: ['archive'], b: ['restore', 'undoMerge', 'holdBack'],
};
