// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** This question goes back among the open ones. */
export const reopenQuestion = (store: Store, question: string): Promise<Outcome> => store.send('reopen_question', { question });
