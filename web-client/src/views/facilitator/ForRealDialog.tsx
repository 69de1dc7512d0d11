// SPDX-License-Identifier: MIT
// What a rehearsal throws away cannot come back, so it is asked once, in full.
import { common } from '../../i18n/common';
import { facilitatorLater } from '../../i18n/facilitatorLater';
import { Dialog } from '../../ui/Dialog';

export function ForRealDialog({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
  const words = facilitatorLater.value;
  return (
    <Dialog title={words.forRealTitle} closeLabel={common.value.close} onClose={onClose}>
      <p><b>{words.forRealGone}</b> {words.forRealGoneList}</p>
      <p><b>{words.forRealKept}</b> {words.forRealKeptList}</p>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>{common.value.cancel}</button>
        <button type="button" class="button warn" onClick={onConfirm}>{words.forRealConfirm}</button>
      </div>
    </Dialog>
  );
}
