// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import type { Text } from '../wire/messages';

/** The answer card: what was answered and promised, in what capacity, and when. Text and promise empty: the card is taken away. */
export const writeAnswer = (store: Store, question: string, card: { text: Text; promise: string; role: string; day: string }): Promise<Outcome> =>
  store.send('write_answer', { question, ...card });
