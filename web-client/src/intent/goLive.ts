// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** The session starts: rounds begin to run. */
export const goLive = (store: Store): Promise<Outcome> => store.send('go_live', {});
