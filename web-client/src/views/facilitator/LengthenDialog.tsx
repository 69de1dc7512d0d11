// SPDX-License-Identifier: MIT
// Longer rounds stay longer, and that is said before.
import { common } from '../../i18n/common';
import { facilitatorLater } from '../../i18n/facilitatorLater';
import { Dialog } from '../../ui/Dialog';

export function LengthenDialog({ seconds, onConfirm, onClose }: { seconds: number; onConfirm: () => void; onClose: () => void }) {
  const words = facilitatorLater.value;
  return (
    <Dialog title={words.lengthenTitle} closeLabel={common.value.close} onClose={onClose}>
      <p>{words.lengthenText(seconds)}</p>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>{common.value.cancel}</button>
        <button type="button" class="button support" onClick={onConfirm}>{words.lengthenConfirm(seconds)}</button>
      </div>
    </Dialog>
  );
}
