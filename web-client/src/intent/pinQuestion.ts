// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Stays on top of everybody's list. */
export const pinQuestion = (store: Store, question: string, pinned: boolean): Promise<Outcome> =>
  store.send('pin_question', { question, pinned });
