// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import type { Text } from '../wire/messages';

/** The author is asked something, and replies through the hat. */
export const askBack = (store: Store, question: string, text: Text): Promise<Outcome> =>
  store.send('ask_back', { question, text });
