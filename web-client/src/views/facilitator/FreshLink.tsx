// SPDX-License-Identifier: MIT
// A link that was just made. Its secret exists in this page only, so it stays on the screen until the person closes it, even
// when the renewed link was this desk's own and the connection has gone.
import { signal } from '../../signals';
import { common } from '../../i18n/common';
import { facilitator } from '../../i18n/facilitator';
import type { Store } from '../../store';
import type { DeskRole } from '../../wire/messages';
import { CopyField } from '../../ui/CopyField';
import { Dialog } from '../../ui/Dialog';
import { Qr } from '../../ui/Qr';
import { deskLink } from '../addresses';
import { roleDoes, roleName } from './roles';

export const freshLink = signal<{ role: DeskRole; label: string; secret: string } | null>(null);

export function FreshLinkDialog({ store }: { store: Store }) {
  const words = facilitator.value;
  const fresh = freshLink.value;
  if (!fresh) return null;
  const role = roleName(fresh.role);
  const link = deskLink(store.welcome.value?.address ?? location.origin, fresh.role, fresh.secret);
  return (
    <Dialog title={words.freshTitle} closeLabel={common.value.close} class="fresh-link" onClose={() => { freshLink.value = null; }}>
      <p><b>{fresh.label || role}</b>{fresh.label && ` · ${role}`}</p>
      <p>{roleDoes(fresh.role)}</p>
      <p>{words.freshText}</p>
      <Qr text={link} label={words.freshQr} />
      <CopyField label={words.link} text={link} copy={words.copy} copied={words.copied} byHand={words.copyByHand} />
      <a class="button" href={deskLink('', fresh.role, fresh.secret)}>{words.freshOpen}</a>
    </Dialog>
  );
}
