// SPDX-License-Identifier: MIT
// Coming in by a typed code. The code opens a connection that only asks which session it is; from then on the phone knows the
// join key, and with it the token that it may have in that session already.
import { effect } from './signals';
import { browserReloader } from './connection/reload';
import { rememberCode, tokenFor, tokenForCode } from './keep/membership';
import type { Storage } from './keep/storage';
import { memoryOutbox } from './memoryOutbox';
import { createStore, type Store } from './store';
import { participantHello } from './wire/encode';
import { makeId } from './wire/ids';

export function openDoor(storage: Storage, code: string, entered: (joinKey: string) => void): Store {
  const token = tokenForCode(storage, code) ?? makeId();
  // A new build is fetched by the room that opens next: from there a reload leads back into it, from here to an empty form.
  const reloader = browserReloader();
  const store = createStore({
    hello: () => participantHello(token, { code }, null),
    outbox: memoryOutbox(() => {}),
    reloader: { ...reloader, tried: (reason, build) => reason === 'new_build' || reloader.tried(reason, build) },
  });
  const stopWatching = effect(() => {
    const joinKey = store.welcome.value?.join_key;
    if (joinKey === undefined) return;
    tokenFor(storage, joinKey, token);
    rememberCode(storage, joinKey, code);
    // Not from within the effect that is still being set up, nor from within the message that brought the key.
    queueMicrotask(() => {
      stopWatching();
      store.stop();
      entered(joinKey);
    });
  });
  store.start();
  return store;
}

/** "482 913", "482-913" and "482913" are one code; null when it is none. A server with many sessions gives out eight digits. */
export function codeFrom(typed: string): string | null {
  const digits = typed.replace(/[\s.\-–]/g, '');
  return /^(\d{6}|\d{8})$/.test(digits) ? digits : null;
}
