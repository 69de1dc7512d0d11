// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';

export const setKeepDays = (store: Store, days: number): Promise<Outcome> => store.send('set_keep_days', { days });
