// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** This question was answered. */
export const markAnswered = (store: Store, question: string): Promise<Outcome> => store.send('mark_answered', { question });
