// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** @param place which ask-back of the question, from 0 */
export const approveReply = (store: Store, question: string, place: number): Promise<Outcome> =>
  store.send('approve_reply', { question, place });
