// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import { makeId, makeSecret } from '../wire/ids';

/** The screen that shows this code becomes a presenter. Typed small letters and spaces are forgiven. */
export const confirmPairing = (store: Store, code: string, label: string): Promise<Outcome> =>
  store.send('confirm_pairing', { code: code.toUpperCase().replace(/[\s-]/g, ''), link: makeId(), label, secret: makeSecret() });
