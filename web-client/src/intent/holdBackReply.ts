// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** Waits for a moderator again, and is seen by nobody else. @param place which ask-back of the question, from 0 */
export const holdBackReply = (store: Store, question: string, place: number): Promise<Outcome> =>
  store.send('hold_back_reply', { question, place });
