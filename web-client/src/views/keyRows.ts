// SPDX-License-Identifier: MIT
// Which keys the desks and the projector know, for their overlays and for the help page.
import { facilitator } from '../i18n/facilitator';
import { moderator } from '../i18n/moderator';
import { presenter } from '../i18n/presenter';
import { stage } from '../i18n/stage';

type KeyRows = readonly (readonly [keys: readonly string[], meaning: string])[];

export function facilitatorKeys(): KeyRows {
  const words = facilitator.value;
  return [
    [['B'], words.keyBlank], [['J'], words.keyJoin], [['/'], words.keySearch], [['↑', '↓'], words.keyMove],
    [['Enter'], words.keyShow], [['A'], words.keyAnswered], [['?'], words.keyHelp],
  ];
}

export function screenKeys(withPictures: boolean): KeyRows {
  const words = presenter.value;
  const ofPictures: KeyRows = [[['←', '→', 'PgUp', 'PgDn'], words.keyMove], [['B', '.'], words.keyBlank]];
  return [
    ...(withPictures ? ofPictures : []),
    [['F'], words.keyFull], [['D'], words.keyDark], [['L'], words.keyLang], [['?'], words.keyHelp],
  ];
}

export function stageKeys(): KeyRows {
  const words = stage.value;
  return [
    [['←', '→', 'PgUp', 'PgDn'], words.keyMove], [['N'], words.keyNow], [['A'], words.keyAnswered], [['Q'], words.keyAskBack],
    [['W'], words.keyCard], [['S'], words.keyNote], [['B', '.'], words.keyBlank], [['?'], words.keyHelp],
  ];
}

export function moderatorKeys(): KeyRows {
  const words = moderator.value;
  return [
    [['↑', '↓'], words.keyMove], [['A'], words.keyApprove], [['R'], words.keyRefuse], [['M'], words.keyMerge], [['L'], words.keyLabel],
    [['P'], words.keyPin], [['C'], words.keyCover], [['E'], words.keyAside], [['B'], words.keyBack], [['U'], words.keyUndo],
    [['X'], words.keyPick], [['Enter'], words.keyMenu], [['/'], words.keySearch], [['1', '2', '3', '4'], words.keySections], [['?'], words.keyHelp],
  ];
}
