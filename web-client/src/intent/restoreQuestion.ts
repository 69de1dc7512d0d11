// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** A refused question is what it was before. */
export const restoreQuestion = (store: Store, question: string): Promise<Outcome> => store.send('restore_question', { question });
