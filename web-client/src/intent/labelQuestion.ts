// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** A moderator's word for it, seen by the desks; empty takes it away. */
export const labelQuestion = (store: Store, question: string, label: string): Promise<Outcome> =>
  store.send('label_question', { question, label });
