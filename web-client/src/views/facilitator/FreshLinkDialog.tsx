// SPDX-License-Identifier: MIT
// A link that was just made. Its secret exists in this page only, so it stays on the screen until the person closes it, even
// when the renewed link was this desk's own and the connection has gone.
import { common } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import { facilitatorLater } from '../../i18n/facilitatorLater';
import type { Store } from '../../store';
import { CopyField } from '../../ui/CopyField';
import { Dialog } from '../../ui/Dialog';
import { Qr } from '../../ui/Qr';
import { deskLink } from '../addresses';
import { freshLink } from './overlays';
import { roleDoes } from './roleDoes';
import { roleName } from './roles';

export function FreshLinkDialog({ store }: { store: Store }) {
  const words = facilitator.value;
  const own = facilitatorLater.value;
  const fresh = freshLink.value;
  if (!fresh) return null;
  const role = roleName(fresh.role);
  const link = deskLink(store.welcome.value?.address ?? location.origin, fresh.role, fresh.secret);
  return (
    <Dialog title={own.freshTitle} closeLabel={common.value.close} class="fresh-link" onClose={() => { freshLink.value = null; }}>
      <p><b>{fresh.label || role}</b>{fresh.label && ` · ${role}`}</p>
      <p>{roleDoes(fresh.role)}</p>
      <p>{own.freshText}</p>
      <Qr text={link} label={own.freshQr} />
      <CopyField label={words.link} text={link} copy={words.copy} copied={words.copied} byHand={words.copyByHand} />
      <a class="button" href={deskLink('', fresh.role, fresh.secret)}>{own.freshOpen}</a>
    </Dialog>
  );
}
