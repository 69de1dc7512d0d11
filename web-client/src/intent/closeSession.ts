// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Leaves the archive only, for good. Every connection is closed, this one too. */
export const closeSession = (store: Store): Promise<Outcome> => store.send('close_session', {});
