// SPDX-License-Identifier: MIT
// Closing cannot be taken back, so it takes two steps: what stays and what goes, and then once more that it is for good.
import { useState } from 'preact/hooks';
import { lifeDialogs } from '../../i18n/lifeDialogs';
import { AskFirst } from './AskFirst';

export function CloseDialog({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
  const words = lifeDialogs.value;
  const [sure, setSure] = useState(false);
  // Keyed apart: the second question is a dialog of its own, with the focus at its start and not on the button that goes on.
  return sure
    ? <AskFirst key="sure" title={words.closeSureTitle} lines={[words.closeSure]} confirm={words.closeConfirm} grave onClose={onClose}
        onConfirm={() => { onClose(); onConfirm(); }} />
    : <AskFirst key="what" title={words.closeTitle} lines={[words.closeArchive, words.closeGone, words.closePhones]} confirm={words.closeNext}
        onClose={onClose} onConfirm={() => setSure(true)} />;
}
