// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Waits for a moderator again, and is seen by nobody else. */
export const holdBackQuestion = (store: Store, question: string): Promise<Outcome> => store.send('hold_back_question', { question });
