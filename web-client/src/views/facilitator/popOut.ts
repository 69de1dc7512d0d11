// SPDX-License-Identifier: MIT
// The projector's page in a window of its own, beside other slides. It gets a link that can do no more than read; the window that was
// opened before shares it, so that an evening of opening and closing leaves one link behind.
import { facilitator } from '../../i18n/facilitator';
import { createLink } from '../../intent/createLink';
import { renewLink } from '../../intent/renewLink';
import type { Store } from '../../store';
import { say } from '../../ui/Toast';
import { deskLink } from '../addresses';
import { act } from './act';

/** Known to this page alone: the server keeps a hash, and a page that was reloaded renews the link. */
let known: { store: Store; link: string; secret: string } | null = null;

async function linkFor(store: Store): Promise<string | null> {
  const label = facilitator.peek().popOutLabel;
  const there = store.links.peek().filter(({ role }) => role === 'presenter');
  if (known?.store === store && there.some(({ id }) => id === known?.link)) return known.secret;
  const before = there.find((link) => link.label === label);
  const wish = before ? renewLink(store, before.id).then((made) => ({ ...made, link: before.id })) : createLink(store, 'presenter', label);
  if (!await act(wish)) return null;
  const { link, secret } = await wish;
  known = { store, link, secret };
  return secret;
}

/** The window is opened at once, while the browser still knows that a person asked for it, and finds its way when the link is there. */
export async function popOut(store: Store): Promise<void> {
  const opened = window.open('', 'durf-screen', 'popup,width=1280,height=720');
  if (!opened) return say(facilitator.peek().popOutBlocked);
  const secret = await linkFor(store);
  if (secret === null) return opened.close();
  opened.location.replace(new URL(deskLink('', 'presenter', secret), location.href).href);
  opened.focus();
}
