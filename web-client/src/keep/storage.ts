// SPDX-License-Identifier: MIT
// What stays on this phone: localStorage where the browser allows it, memory where it does not (private mode, refused, full).
// `persists` is the honest answer to "will it still be here after a reload?".

export interface Storage {
  read(key: string): string | null;
  /** False when it could only be kept in memory. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
  keys(): string[];
  persists(): boolean;
}

/** @param disk null where the browser has or gives none */
export function storageOver(disk: globalThis.Storage | null): Storage {
  const memory = new Map<string, string>();
  let refused = disk === null;

  const onDisk = <T>(use: (disk: globalThis.Storage) => T, otherwise: T): T => {
    if (!disk) return otherwise;
    try {
      return use(disk);
    } catch {
      refused = true;  // full or forbidden: from here on memory, and the page says so
      return otherwise;
    }
  };

  return {
    read: (key) => memory.get(key) ?? onDisk((disk) => disk.getItem(key), null),
    write(key, value) {
      const written = onDisk((disk) => (disk.setItem(key, value), true), false);
      if (written) memory.delete(key);
      else memory.set(key, value);
      return written;
    },
    remove(key) {
      memory.delete(key);
      onDisk((disk) => disk.removeItem(key), undefined);
    },
    keys: () => [...new Set([...memory.keys(), ...onDisk((disk) => Object.keys(disk), [])])],
    persists: () => !refused,
  };
}

function ownDisk(): globalThis.Storage | null {
  try {
    return globalThis.localStorage ?? null;  // the getter itself throws where storage is refused
  } catch {
    return null;
  }
}

export const phone: Storage = storageOver(ownDisk());
