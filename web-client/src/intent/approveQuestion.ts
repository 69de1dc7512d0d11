// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** What waited is to be seen by all. Undone by holding it back. */
export const approveQuestion = (store: Store, question: string): Promise<Outcome> => store.send('approve_question', { question });
