// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** The rehearsal or the preparation is over: people may come in and ask. */
export const openLobby = (store: Store): Promise<Outcome> => store.send('open_lobby', {});
