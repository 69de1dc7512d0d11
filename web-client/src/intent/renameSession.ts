// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import type { Text } from '../wire/messages';

export const renameSession = (store: Store, title: Text): Promise<Outcome> => store.send('rename_session', { title });
