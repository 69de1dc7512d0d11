// SPDX-License-Identifier: MIT
// The links of desks and screens: pair, make, renew, revoke. The page makes the secrets; the server never tells one.
import { useState } from 'preact/hooks';
import { facilitator } from '../../i18n/facilitator';
import { renewLink } from '../../intent/renewLink';
import { revokeLink } from '../../intent/revokeLink';
import type { Store } from '../../store';
import { Icon } from '../../ui/Icon';
import { act } from './act';
import { deskLater } from './later';
import type { LinkDeed } from './LinkDialog';
import { freshLink, linkCardOpen } from './overlays';
import { PairingForm } from './PairingForm';
import { linkName, roleName } from './roles';

export function LinksPanel({ store }: { store: Store }) {
  const words = facilitator.value;
  const more = deskLater.parts.value;
  const [asking, setAsking] = useState<LinkDeed | null>(null);
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
              <p><b>{linkName(link)}</b>{link.label && <span class="small quiet">{roleName(link.role)}</span>}</p>
              <button type="button" class="button plain" aria-label={words.renewLabel(linkName(link))} onClick={() => setAsking({ what: 'renew', link })}>{words.renew}</button>
              <button type="button" class="button plain" aria-label={words.revokeLabel(linkName(link))} onClick={() => setAsking({ what: 'revoke', link })}>{words.revoke}</button>
            </li>
          ))}
        </ul>
        <details class="new-link">
          <summary>{words.newLink}</summary>
          {more && <more.NewLinkForm store={store} />}
        </details>
        <div>
          <button type="button" class="button" onClick={() => { linkCardOpen.value = true; }}><Icon name="download" />{words.linkCard}</button>
          <p class="small quiet">{words.linkCardHint}</p>
        </div>
        <p class="small quiet">{words.ownScreens}</p>
      </section>
      {asking && more && <more.LinkDialog {...asking} onClose={() => setAsking(null)} onConfirm={() => void confirm()} />}
    </>
  );
}
