// SPDX-License-Identifier: MIT
// Always there beside the questions: whoever comes late finds the way in without asking.
import { presenter } from '../../i18n/presenter';
import type { Store } from '../../store';
import { groupsOfThree } from '../../ui/digits';
import { Qr } from '../../ui/Qr';
import { joinLink, spokenAddress } from '../addresses';

export function JoinCorner({ store }: { store: Store }) {
  const words = presenter.value;
  const welcome = store.welcome.value;
  if (!welcome) return null;
  return (
    <aside class="join-corner" aria-label={words.toJoin}>
      <Qr text={joinLink(welcome)} label={words.joinQr} />
      <div>
        <p class="join-corner-code number"><span class="hidden-visually">{words.code} </span>{groupsOfThree(store.session.value?.code ?? '')}</p>
        <p class="join-corner-address">{spokenAddress(welcome.address)}</p>
      </div>
    </aside>
  );
}
