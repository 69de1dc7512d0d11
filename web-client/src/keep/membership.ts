// SPDX-License-Identifier: MIT
// Which sessions this phone takes part in, and with which token. One token per session: with it the phone counts once, and
// nothing connects what it does in one session with what it does in another.
import { isId, makeId, type Id } from '../wire/ids';
import { readRecord, writeRecord } from './record';
import type { Storage } from './storage';

export const root = 'durf.member.';
const dayMs = 86_400_000;

export const today = (): number => Math.floor(Date.now() / dayMs);

/** Everything that belongs to one session lies under this, so that it can be wiped as one. */
export const placeOf = (joinKey: string): string => `${root}${joinKey}.`;
const tokenKey = (joinKey: string) => `${placeOf(joinKey)}token`;

export function membershipOf(storage: Storage, joinKey: string): { token: Id; code: string; day: number } | null {
  const record = readRecord(storage, tokenKey(joinKey));
  if (!record || record === 'unreadable') return null;
  const { token, code, day } = record;
  return typeof token === 'string' && isId(token)
    ? { token, code: typeof code === 'string' ? code : '', day: typeof day === 'number' ? day : 0 }
    : null;
}

/** The token of this phone in this session; `fresh` becomes it where there is none yet. */
export function tokenFor(storage: Storage, joinKey: string, fresh: Id = makeId()): Id {
  const known = membershipOf(storage, joinKey);
  const token = known?.token ?? fresh;
  writeRecord(storage, tokenKey(joinKey), { token, code: known?.code ?? '', day: today() });
  return token;
}

/** So that a code typed later on this phone finds the same token. */
export function rememberCode(storage: Storage, joinKey: string, code: string): void {
  const known = membershipOf(storage, joinKey);
  if (known && known.code !== code) writeRecord(storage, tokenKey(joinKey), { ...known, code });
}

export function tokenForCode(storage: Storage, code: string): Id | null {
  for (const joinKey of joinKeys(storage)) {
    const known = membershipOf(storage, joinKey);
    if (known?.code === code) return known.token;
  }
  return null;
}

export const joinKeys = (storage: Storage): string[] =>
  storage.keys().filter((key) => key.startsWith(root) && key.endsWith('.token')).map((key) => key.slice(root.length, -'.token'.length));
