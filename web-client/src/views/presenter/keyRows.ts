// SPDX-License-Identifier: MIT
// Which keys the projector knows. For its overlay and for the help page.
import { presenter } from '../../i18n/presenter';
import type { KeyRows } from '../../ui/KeysHelp';

export function screenKeys(withPictures: boolean): KeyRows {
  const words = presenter.value;
  const ofPictures: KeyRows = [[['←', '→', 'PgUp', 'PgDn'], words.keyMove], [['B', '.'], words.keyBlank]];
  return [
    ...(withPictures ? ofPictures : []),
    [['F'], words.keyFull], [['D'], words.keyDark], [['L'], words.keyLang], [['?'], words.keyHelp],
  ];
}
