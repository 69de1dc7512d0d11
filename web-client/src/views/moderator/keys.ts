// SPDX-License-Identifier: MIT
// Which keys the board knows, and what each does to the chosen question.
import { moderator } from '../../i18n/moderator';
import type { Deed } from '../../replica/moderation';

/** By key; the first of them that the question allows is done. */
export const deedKeys: Readonly<Record<string, readonly Deed[]>> = {
  a: ['approve'], r: ['refuse'], m: ['merge'], l: ['label'], p: ['pin'], c: ['redact'], e: ['archive'], b: ['restore', 'undoMerge', 'holdBack'],
};

export function moderatorKeys(): readonly (readonly [keys: readonly string[], meaning: string])[] {
  const words = moderator.value;
  return [
    [['↑', '↓'], words.keyMove], [['A'], words.keyApprove], [['R'], words.keyRefuse], [['M'], words.keyMerge], [['L'], words.keyLabel],
    [['P'], words.keyPin], [['C'], words.keyCover], [['E'], words.keyAside], [['B'], words.keyBack], [['U'], words.keyUndo],
    [['X'], words.keyPick], [['Enter'], words.keyMenu], [['/'], words.keySearch], [['1', '2', '3', '4'], words.keySections], [['?'], words.keyHelp],
  ];
}
