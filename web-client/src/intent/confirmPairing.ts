// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import { makeId, makeSecret } from '../wire/ids';
import type { PairedRole } from '../wire/messages';

/** The screen that shows this code becomes a projector, or a stage's tablet. Typed small letters and spaces are forgiven. */
export const confirmPairing = (store: Store, code: string, label: string, role: PairedRole = 'presenter'): Promise<Outcome> =>
  store.send('confirm_pairing', { code: code.toUpperCase().replace(/[\s-]/g, ''), link: makeId(), role, label, secret: makeSecret() });
