// SPDX-License-Identifier: MIT
// Replacing the page by the one that the server has now, without losing a word and without ever going round in circles: for
// each reason a tab reloads once per build. Where that cannot be remembered it does not reload at all.
import type { Reload } from './machine';

export interface Reloader {
  tried(reason: Reload, build: string): boolean;
  /** False when it was tried before or cannot be remembered. */
  reload(reason: Reload, build: string): boolean;
}

const key = (reason: Reload) => `durf.reload.${reason}`;

export function browserReloader(): Reloader {
  const tried = (reason: Reload, build: string) => {
    try {
      return sessionStorage.getItem(key(reason)) === build;
    } catch {
      return true;
    }
  };
  return {
    tried,
    reload(reason, build) {
      if (tried(reason, build)) return false;
      try {
        sessionStorage.setItem(key(reason), build);
      } catch {
        return false;
      }
      whenHandsAreOff(() => location.reload());
      return true;
    },
  };
}

/** What is typed is kept at each stroke, but a keyboard that vanishes under the thumbs is rude: wait until the field is left. */
function whenHandsAreOff(go: () => void): void {
  const field = document.activeElement;
  const typing = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  if (!typing || document.hidden) return go();
  field.addEventListener('blur', go, { once: true });
  document.addEventListener('visibilitychange', go, { once: true });
}
