// SPDX-License-Identifier: MIT
// What covers the projector, and how it goes away. For every desk that may.
import { setScreen } from '../../intent/setScreen';
import type { Store } from '../../store';
import { act } from './act';

const screenOf = (store: Store) => {
  const session = store.session.value;
  return { blank: session?.blank ?? false, joinPanel: session?.join_panel ?? false };
};

export const toggleBlank = (store: Store): Promise<boolean> => {
  const screen = screenOf(store);
  return act(setScreen(store, { ...screen, blank: !screen.blank }));
};

export const toggleJoinPanel = (store: Store): Promise<boolean> => {
  const screen = screenOf(store);
  return act(setScreen(store, { blank: false, joinPanel: !screen.joinPanel }));
};

/** Who shows a question wants the room to see it: whatever covers the projector goes away with it. */
export const uncover = async (store: Store): Promise<void> => {
  const { blank, joinPanel } = screenOf(store);
  if (blank || joinPanel) await act(setScreen(store, { blank: false, joinPanel: false }));
};
