// SPDX-License-Identifier: MIT
// The top line of the projector: the session, and whether it is a rehearsal.
import { presenter } from '../../i18n/presenter';
import type { Store } from '../../store';

export function ScreenHead({ store }: { store: Store }) {
  const words = presenter.value;
  const session = store.session.value;
  return (
    <header class="screen-head">
      <p class="screen-title" lang={session?.lang}>{session?.title}</p>
      {session?.rehearsal && <p class="screen-rehearsal">{words.rehearsal}</p>}
    </header>
  );
}
