// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Stop the timer. */
export const stopTimer = (store: Store): Promise<Outcome> => store.send('stop_timer', {});
