// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Put aside: out of the way, and still to be found. */
export const archiveQuestion = (store: Store, question: string, archived: boolean): Promise<Outcome> =>
  store.send('archive_question', { question, archived });
