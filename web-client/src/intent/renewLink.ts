// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import { makeSecret } from '../wire/ids';

/** A new secret for a link: the old one stops working, and what it opened is closed. */
export async function renewLink(store: Store, link: string): Promise<Outcome & { secret: string }> {
  const secret = makeSecret();
  return { ...await store.send('renew_link', { link, secret }), secret };
}
