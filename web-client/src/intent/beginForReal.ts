// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Throw everything of the rehearsal away and begin under a new key. */
export const beginForReal = (store: Store): Promise<Outcome> => store.send('begin_for_real', {});
