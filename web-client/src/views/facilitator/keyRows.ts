// SPDX-License-Identifier: MIT
// Which keys the facilitator's desk knows. For its overlay and for the help page.
import { facilitatorLater } from '../../i18n/facilitatorLater';
import type { KeyRows } from '../../ui/KeysHelp';

export function facilitatorKeys(): KeyRows {
  const words = facilitatorLater.value;
  return [
    [['B'], words.keyBlank], [['J'], words.keyJoin], [['/'], words.keySearch], [['↑', '↓'], words.keyMove],
    [['Enter'], words.keyShow], [['A'], words.keyAnswered], [['?'], words.keyHelp],
  ];
}
