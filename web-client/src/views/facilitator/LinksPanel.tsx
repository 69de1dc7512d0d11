// SPDX-License-Identifier: MIT
// The links of desks and screens: pair, make, renew, revoke. The page makes the secrets; the server never tells one.
import { useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import { createLink } from '../../intent/createLink';
import { renewLink } from '../../intent/renewLink';
import { revokeLink } from '../../intent/revokeLink';
import { linkLabelBytesMax } from '../../limits';
import type { Link } from '../../replica/replica';
import type { Store } from '../../store';
import type { DeskRole } from '../../wire/messages';
import { Choice } from '../../ui/Choice';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { act } from './act';
import { freshLink } from './FreshLink';
import { linkCardOpen } from './LinkCard';
import { PairingForm } from './PairingForm';
import { deskRoles, roleDoes, roleName } from './roles';

export function LinksPanel({ store }: { store: Store }) {
  const words = facilitator.value;
  const [asking, setAsking] = useState<{ what: 'renew' | 'revoke'; link: Link } | null>(null);
  const roleOf = (link: Link) => roleName(link.role);
  const nameOf = (link: Link) => link.label || roleOf(link);
  const confirm = async () => {
    if (!asking) return;
    const { what, link } = asking;
    setAsking(null);
    if (what === 'revoke') { await act(revokeLink(store, link.id)); return; }
    const wish = renewLink(store, link.id);
    if (await act(wish)) freshLink.value = { role: link.role ?? 'presenter', label: link.label ?? '', secret: (await wish).secret };
  };
  return (
    <>
      <PairingForm store={store} />
      <section class="panel" aria-labelledby="links">
        <h2 id="links">{words.linksOnly}</h2>
        <p class="small quiet">{words.linksHint}</p>
        <ul class="links">
          {store.links.value.map((link) => (
            <li key={link.id}>
              <p><b>{nameOf(link)}</b>{link.label && <span class="small quiet">{roleOf(link)}</span>}</p>
              <button type="button" class="button plain" aria-label={words.renewLabel(nameOf(link))} onClick={() => setAsking({ what: 'renew', link })}>{words.renew}</button>
              <button type="button" class="button plain" aria-label={words.revokeLabel(nameOf(link))} onClick={() => setAsking({ what: 'revoke', link })}>{words.revoke}</button>
            </li>
          ))}
        </ul>
        <NewLink store={store} />
        <div>
          <button type="button" class="button" onClick={() => { linkCardOpen.value = true; }}><Icon name="download" />{words.linkCard}</button>
          <p class="small quiet">{words.linkCardHint}</p>
        </div>
        <p class="small quiet">{words.ownScreens}</p>
      </section>
      {asking && (
        <Dialog title={asking.what === 'renew' ? words.renewTitle : words.revokeTitle} closeLabel={common.value.close} onClose={() => setAsking(null)}>
          <p><b>{nameOf(asking.link)}</b>{asking.link.label && ` · ${roleOf(asking.link)}`}</p>
          <p>{asking.what === 'renew' ? words.renewText : words.revokeText}</p>
          <div class="row end">
            <button type="button" class="button" onClick={() => setAsking(null)}>{common.value.cancel}</button>
            <button type="button" class="button warn" onClick={() => void confirm()}>{asking.what === 'renew' ? words.renewConfirm : words.revokeConfirm}</button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function NewLink({ store }: { store: Store }) {
  const words = facilitator.value;
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
    <details class="new-link">
      <summary>{words.newLink}</summary>
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
    </details>
  );
}
