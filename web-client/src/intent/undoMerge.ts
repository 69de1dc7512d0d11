// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Until the phones are told, a merged question can be one by itself again. */
export const undoMerge = (store: Store, question: string): Promise<Outcome> => store.send('undo_merge', { question });
