// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import type { Reason } from '../wire/messages';

/** Nobody sees it any more but those who moderate; its author is told the reason. */
export const refuseQuestion = (store: Store, question: string, reason: Reason): Promise<Outcome> =>
  store.send('refuse_question', { question, reason });
