// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import type { Reason } from '../wire/messages';

/** @param place which ask-back of the question, from 0 */
export const refuseReply = (store: Store, question: string, place: number, reason: Reason): Promise<Outcome> =>
  store.send('refuse_reply', { question, place, reason });
