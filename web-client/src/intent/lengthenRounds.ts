// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Longer rounds mix more; they can only become longer. */
export const lengthenRounds = (store: Store, roundMs: number): Promise<Outcome> => store.send('lengthen_rounds', { round_ms: roundMs });
