// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** This link stops working and what it opened is closed. */
export const revokeLink = (store: Store, link: string): Promise<Outcome> => store.send('revoke_link', { link });
