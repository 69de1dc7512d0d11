// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import { makeId, makeSecret } from '../wire/ids';
import type { DeskRole } from '../wire/messages';

/** A new link for a desk. The secret is made here and shown once: the server keeps only its hash. */
export async function createLink(store: Store, role: DeskRole, label: string): Promise<Outcome & { link: string; secret: string }> {
  const link = makeId();
  const secret = makeSecret();
  return { ...await store.send('create_link', { link, role, label, secret }), link, secret };
}
