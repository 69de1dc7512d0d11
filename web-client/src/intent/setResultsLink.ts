// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import { makeSecret, type Id } from '../wire/ids';

/** A new link to the results page; one that was there before stops working. */
export const makeResultsLink = (store: Store, secret: Id = makeSecret()): Promise<Outcome> => store.send('set_results_link', { secret });

export const removeResultsLink = (store: Store): Promise<Outcome> => store.send('set_results_link', { secret: '' });
