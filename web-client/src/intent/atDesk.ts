// SPDX-License-Identifier: MIT
// One wish at the desk of a session, from a page that is not its desk: opens the desk, waits for the state of now, asks, and leaves.
import { deskCommandWithinMs } from '../limits';
import { effect } from '../signals';
import { createDeskStore, type Outcome, type Store } from '../store';

/** Answers also when the desk cannot be reached, and at once when it lets nobody in any more: then the code says why. */
export async function atDesk(secret: string, wish: (desk: Store) => Promise<Outcome>): Promise<Outcome> {
  const desk = createDeskStore(secret);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopWatching = () => {};
  const reached = new Promise<Outcome>((resolve) => {
    const refuse = (code: string) => resolve({ ok: false, code, params: {} });
    let asked = false;
    timer = setTimeout(() => { if (!asked) refuse('no_connection'); }, deskCommandWithinMs);
    stopWatching = effect(() => {
      const view = desk.connection.value;
      if (view.at === 'stopped') return refuse(view.because);
      if (asked || !desk.caughtUp.value) return;
      asked = true;
      void wish(desk).then(resolve);
    });
  });
  desk.start();
  try {
    return await reached;
  } finally {
    clearTimeout(timer);
    stopWatching();
    desk.stop();
  }
}
