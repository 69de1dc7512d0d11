// SPDX-License-Identifier: MIT
// Makes a link for a desk or a screen, with a name to know it by.
import { useState } from 'preact/hooks';
import { facilitatorLater } from '../../i18n/facilitatorLater';
import { createLink } from '../../intent/createLink';
import { linkLabelBytesMax } from '../../limits';
import type { Store } from '../../store';
import { Choice } from '../../ui/Choice';
import type { DeskRole } from '../../wire/messages';
import { act } from './act';
import { freshLink } from './overlays';
import { roleDoes } from './roleDoes';
import { deskRoles, roleName } from './roles';

export function NewLinkForm({ store }: { store: Store }) {
  const words = facilitatorLater.value;
  const [role, setRole] = useState<DeskRole>('presenter');
  const [label, setLabel] = useState('');
  const tooLong = new TextEncoder().encode(label.trim()).length > linkLabelBytesMax;
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (tooLong) return;
    const wish = createLink(store, role, label.trim());
    if (!await act(wish)) return;
    freshLink.value = { role, label: label.trim(), secret: (await wish).secret };
    setLabel('');
  };
  return (
    <form onSubmit={onSubmit}>
      <Choice legend={words.linkFor} value={role} onChoose={setRole}
        options={deskRoles.map((one) => ({ value: one, label: roleName(one) }))} />
      <p class="small quiet">{roleDoes(role)}</p>
      <label class="field">
        <span class="label">{words.linkLabel}</span>
        <input class="input" autoComplete="off" value={label} placeholder={words.linkLabelPlaceholder} aria-invalid={tooLong}
          onInput={(event) => setLabel(event.currentTarget.value)} />
        {tooLong && <span class="problem small" role="alert">{words.linkLabelLong}</span>}
      </label>
      <button type="submit" class="button support" aria-disabled={tooLong}>{words.createLink}</button>
    </form>
  );
}
