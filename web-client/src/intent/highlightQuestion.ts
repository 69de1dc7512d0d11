// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** This question is being answered now; the one before it goes back to the list. */
export const highlightQuestion = (store: Store, question: string): Promise<Outcome> => store.send('highlight_question', { question });
