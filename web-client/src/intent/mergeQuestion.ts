// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Whoever supports the question supports the other one from now on. */
export const mergeQuestion = (store: Store, question: string, into: string): Promise<Outcome> =>
  store.send('merge_question', { question, into });
