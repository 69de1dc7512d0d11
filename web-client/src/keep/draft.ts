// SPDX-License-Identifier: MIT
// What is being written, kept at each stroke: no reload, call or empty battery takes it away.
import { signal, type ReadonlySignal } from '../signals';
import type { Id } from '../wire/ids';
import { readRecord, writeRecord } from './record';
import type { Storage } from './storage';

export interface Draft { readonly text: string; readonly topic: Id | '' }

export interface KeptDraft {
  readonly now: ReadonlySignal<Draft>;
  write(change: Partial<Draft>): void;
}

export function keptDraft(storage: Storage, place: string): KeptDraft {
  const key = `${place}draft`;
  const record = readRecord(storage, key);
  const { text, topic } = record && record !== 'unreadable' ? record : {};
  const now = signal<Draft>({ text: typeof text === 'string' ? text : '', topic: typeof topic === 'string' ? topic : '' });
  return {
    now,
    write(change) {
      now.value = { ...now.peek(), ...change };
      if (now.peek().text === '') storage.remove(key);
      else writeRecord(storage, key, now.peek());
    },
  };
}
