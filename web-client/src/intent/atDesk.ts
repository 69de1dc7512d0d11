// SPDX-License-Identifier: MIT
// One wish at the desk of a session, from a page that is not its desk: opens the desk, asks, and leaves again.
import { effect } from '../signals';
import { createDeskStore, type Outcome, type Store } from '../store';

/** A desk that lets nobody in any more answers at once, with the reason: nobody waits for a link that was revoked. */
export async function atDesk(secret: string, wish: (desk: Store) => Promise<Outcome>): Promise<Outcome> {
  const desk = createDeskStore(secret);
  desk.start();
  let stopWatching = () => {};
  const turnedAway = new Promise<Outcome>((resolve) => {
    stopWatching = effect(() => {
      const view = desk.connection.value;
      if (view.at === 'stopped') resolve({ ok: false, code: view.because, params: {} });
    });
  });
  try {
    return await Promise.race([wish(desk), turnedAway]);
  } finally {
    stopWatching();
    desk.stop();
  }
}
