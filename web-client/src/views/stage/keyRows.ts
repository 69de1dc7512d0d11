// SPDX-License-Identifier: MIT
// Which keys the stage knows. For its overlay and for the help page.
import { stage } from '../../i18n/stage';
import type { KeyRows } from '../../ui/KeysHelp';

export function stageKeys(): KeyRows {
  const words = stage.value;
  return [
    [['←', '→', 'PgUp', 'PgDn'], words.keyMove], [['N'], words.keyNow], [['A'], words.keyAnswered], [['Q'], words.keyAskBack],
    [['W'], words.keyCard], [['S'], words.keyNote], [['B', '.'], words.keyBlank], [['?'], words.keyHelp],
  ];
}
