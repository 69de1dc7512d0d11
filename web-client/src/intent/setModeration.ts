// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** On: what comes out of the hat waits for a moderator. What waits already goes on waiting when it is switched off. */
export const setModeration = (store: Store, on: boolean): Promise<Outcome> => store.send('set_moderation', { on });
