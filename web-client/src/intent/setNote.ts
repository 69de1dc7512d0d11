// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** A note for whoever speaks; empty takes it away. */
export const setNote = (store: Store, question: string, note: string): Promise<Outcome> =>
  store.send('set_note', { question, note });
