// SPDX-License-Identifier: MIT
// What a phone needs only after the first tap is a file of its own, fetched while the connection is being made: a thumb in a
// full room with a poor network sees the questions sooner. Until it has come, what it would show is simply not there.
import { today } from '../../keep/membership';
import { phone } from '../../keep/storage';
import { signal } from '../../signals';
import style from '../../styles/participantLater.css?url';

export type Later = typeof import('./afterFirstTap');
export const later = signal<Later | null>(null);

const againMs = 2_000;

/** Shows nothing without its style, and asks again for as long as the network fails. */
export function fetchLater(): void {
  Promise.all([import('./afterFirstTap'), fetchStyle()])
    .then(([parts]) => {
      parts.wipeOld(phone, today());
      later.value = parts;
    }, () => setTimeout(fetchLater, againMs));
}

function fetchStyle(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = style;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject();
    };
    document.head.append(link);
  });
}
