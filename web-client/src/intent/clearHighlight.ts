// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** No question is being answered now. */
export const clearHighlight = (store: Store): Promise<Outcome> => store.send('clear_highlight', {});
