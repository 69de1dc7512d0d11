// SPDX-License-Identifier: MIT
// Which keys the moderator's desk knows. For its overlay and for the help page.
import { moderator } from '../../i18n/moderator';
import type { KeyRows } from '../../ui/KeysHelp';

export function moderatorKeys(): KeyRows {
  const words = moderator.value;
  return [
    [['↑', '↓'], words.keyMove], [['A'], words.keyApprove], [['R'], words.keyRefuse], [['M'], words.keyMerge], [['L'], words.keyLabel],
    [['P'], words.keyPin], [['C'], words.keyCover], [['E'], words.keyAside], [['B'], words.keyBack], [['U'], words.keyUndo],
    [['X'], words.keyPick], [['Enter'], words.keyMenu], [['/'], words.keySearch], [['1', '2', '3', '4'], words.keySections], [['?'], words.keyHelp],
  ];
}
