// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Another code to type. QR and link stay, and so does whoever is in already. */
export const changeJoinCode = (store: Store): Promise<Outcome> => store.send('change_join_code', {});
