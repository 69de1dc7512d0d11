// SPDX-License-Identifier: MIT
// Asked before a link stops working.
import { common } from '../../i18n/common';
import { facilitatorLater } from '../../i18n/facilitatorLater';
import type { Link } from '../../replica/replica';
import { Dialog } from '../../ui/Dialog';
import { linkName, roleName } from './roles';

export interface LinkDeed { readonly what: 'renew' | 'revoke'; readonly link: Link }

export function LinkDialog({ what, link, onConfirm, onClose }: LinkDeed & { onConfirm: () => void; onClose: () => void }) {
  const words = facilitatorLater.value;
  const renews = what === 'renew';
  return (
    <Dialog title={renews ? words.renewTitle : words.revokeTitle} closeLabel={common.value.close} onClose={onClose}>
      <p><b>{linkName(link)}</b>{link.label && ` · ${roleName(link.role)}`}</p>
      <p>{renews ? words.renewText : words.revokeText}</p>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>{common.value.cancel}</button>
        <button type="button" class="button warn" onClick={onConfirm}>{renews ? words.renewConfirm : words.revokeConfirm}</button>
      </div>
    </Dialog>
  );
}
