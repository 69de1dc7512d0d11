// SPDX-License-Identifier: MIT
// Types over the six characters that a projector or a tablet shows, instead of a link of forty on a computer that is not one's own.
import { useState } from 'preact/hooks';
import { rejectionText } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import { confirmPairing } from '../../intent/confirmPairing';
import { pairingCodeLength } from '../../limits';
import type { Store } from '../../store';
import { Choice } from '../../ui/Choice';
import { say } from '../../ui/Toast';
import type { PairedRole } from '../../wire/messages';
import { roleName } from './roles';

export function PairingForm({ store }: { store: Store }) {
  const words = facilitator.value;
  const [code, setCode] = useState('');
  const [role, setRole] = useState<PairedRole>('presenter');
  const [problem, setProblem] = useState('');
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (code.replace(/[\s-]/g, '').length !== pairingCodeLength) {
      setProblem(words.pairShort(pairingCodeLength));
      return;
    }
    const outcome = await confirmPairing(store, code, words.pairedLabel, role);
    if (outcome.ok) {
      setCode('');
      say(words.paired);
    } else {
      setProblem(rejectionText(outcome.code, outcome.params));
    }
  };
  return (
    <section class="panel" aria-labelledby="pair">
      <h2 id="pair">{words.pair}</h2>
      <p class="small quiet">{words.pairHint}</p>
      <Choice legend={words.pairAs} value={role} onChoose={setRole}
        options={[{ value: 'presenter', label: roleName('presenter') }, { value: 'stage', label: roleName('stage') }]} />
      <form class="pairing" onSubmit={onSubmit}>
        <input class="input pairing-code" aria-label={words.pairCode} autoComplete="off" autoCapitalize="characters" spellcheck={false}
          maxLength={pairingCodeLength + 2} placeholder="K7M 2QP" value={code} aria-invalid={problem !== ''}
          onInput={(event) => { setCode(event.currentTarget.value.toUpperCase()); setProblem(''); }} />
        <button type="submit" class="button support">{words.pairConfirm}</button>
        <p class="problem small" role="alert">{problem}</p>
      </form>
    </section>
  );
}
