// SPDX-License-Identifier: MIT
// Records in storage carry the version of their shape. A page that meets another version converts it here or says aloud that it
// cannot; so far there is one version, and nothing to convert.
import type { Storage } from './storage';
import { parseObject, type Shape } from '../wire/shape';

const version = 1;

/** `unreadable`: something is there, but of another version or damaged. */
export function readRecord(storage: Storage, key: string): Shape | 'unreadable' | null {
  const text = storage.read(key);
  if (text === null) return null;
  const record = parseObject(text);
  return record?.['v'] === version ? record : 'unreadable';
}

export function writeRecord(storage: Storage, key: string, record: object): boolean {
  return storage.write(key, JSON.stringify({ v: version, ...record }));
}

/** The records under a prefix, by what follows it. */
export function readRecords(storage: Storage, prefix: string): { records: Map<string, Shape>; unreadable: string[] } {
  const records = new Map<string, Shape>();
  const unreadable: string[] = [];
  for (const key of storage.keys()) {
    if (!key.startsWith(prefix)) continue;
    const record = readRecord(storage, key);
    if (record === 'unreadable') unreadable.push(key);
    else if (record) records.set(key.slice(prefix.length), record);
  }
  return { records, unreadable };
}
