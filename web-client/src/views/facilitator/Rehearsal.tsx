// SPDX-License-Identifier: MIT
// The banner of a rehearsal and the way out of it.
import { useState } from 'preact/hooks';
import { facilitator } from '../../i18n/facilitator';
import { beginForReal } from '../../intent/beginForReal';
import type { Store } from '../../store';
import { act } from './act';
import { deskLater } from './later';

export function Rehearsal({ store }: { store: Store }) {
  const words = facilitator.value;
  const more = deskLater.parts.value;
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
      {asking && more && <more.ForRealDialog onClose={() => setAsking(false)} onConfirm={() => void begin()} />}
    </section>
  );
}
