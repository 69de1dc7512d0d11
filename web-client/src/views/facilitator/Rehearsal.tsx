// SPDX-License-Identifier: MIT
// The banner of a rehearsal and the way out of it. What it throws away cannot come back, so it is asked once, in full.
import { useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import { beginForReal } from '../../intent/beginForReal';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { act } from './act';

export function Rehearsal({ store }: { store: Store }) {
  const words = facilitator.value;
  const [asking, setAsking] = useState(false);
  if (!store.session.value?.rehearsal) return null;
  const begin = async () => {
    setAsking(false);
    await act(beginForReal(store));
  };
  return (
    <section class="rehearsal" aria-label={words.rehearsal}>
      <p><b>{words.rehearsal}.</b> {words.rehearsalText}</p>
      <button type="button" class="button" onClick={() => setAsking(true)}>{words.forReal}</button>
      {asking && (
        <Dialog title={words.forRealTitle} closeLabel={common.value.close} onClose={() => setAsking(false)}>
          <p><b>{words.forRealGone}</b> {words.forRealGoneList}</p>
          <p><b>{words.forRealKept}</b> {words.forRealKeptList}</p>
          <div class="row end">
            <button type="button" class="button" onClick={() => setAsking(false)}>{common.value.cancel}</button>
            <button type="button" class="button warn" onClick={begin}>{words.forRealConfirm}</button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
