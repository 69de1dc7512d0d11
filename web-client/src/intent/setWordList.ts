// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** @param words one on each line */
export const setWordList = (store: Store, words: string): Promise<Outcome> => store.send('set_word_list', { words });
