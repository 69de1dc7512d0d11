// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Start the timer, or start it anew. */
export const startTimer = (store: Store, durationMs: number): Promise<Outcome> => store.send('start_timer', { duration_ms: durationMs });
