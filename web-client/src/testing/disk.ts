// SPDX-License-Identifier: MIT
// A localStorage for tests: one disk that several tabs share, that can be full or refused.

export class Disk implements globalThis.Storage {
  readonly kept = new Map<string, string>();
  refuses = false;
  [name: string]: unknown;

  get length(): number { return this.kept.size; }
  key(index: number): string | null { return [...this.kept.keys()][index] ?? null; }
  clear(): void { this.kept.clear(); }
  getItem(key: string): string | null { return this.kept.get(key) ?? null; }
  removeItem(key: string): void { this.kept.delete(key); }
  setItem(key: string, value: string): void {
    if (this.refuses) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  }
}

/** As a browser shows it: the keys of what is kept are the keys of the object. */
export const disk = (): Disk => new Proxy(new Disk(), {
  ownKeys: (target) => [...target.kept.keys()],
  getOwnPropertyDescriptor: (target, key) => typeof key === 'string' && target.kept.has(key)
    ? { configurable: true, enumerable: true, value: target.kept.get(key) } : Reflect.getOwnPropertyDescriptor(target, key),
});
