// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

/** What the projector shows: nothing (blank), the join panel, or by default the questions. */
export const setScreen = (store: Store, screen: { blank: boolean; joinPanel: boolean }): Promise<Outcome> =>
  store.send('set_screen', { blank: screen.blank, join_panel: screen.joinPanel });
