// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** What is in the hat comes out, and then nobody asks or supports any more. `goLive` takes it back. */
export const endSession = (store: Store): Promise<Outcome> => store.send('end_session', {});
