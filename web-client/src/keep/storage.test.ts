// SPDX-License-Identifier: MIT
// Shows that nothing is lost while the page is open, whatever the browser does with its storage, and that it says which it is.
import { describe, expect, it } from 'vitest';
import { disk } from '../testing/disk';
import { storageOver } from './storage';

describe('with a disk', () => {
  it('what is written is there for the next page', () => {
    const shared = disk();
    expect(storageOver(shared).write('a', '1')).toBe(true);
    const next = storageOver(shared);
    expect([next.read('a'), next.persists(), next.keys()]).toEqual(['1', true, ['a']]);
  });
  it('what does not fit is kept in memory, and it says so', () => {
    const full = disk();
    const storage = storageOver(full);
    storage.write('a', 'old');
    full.refuses = true;
    expect(storage.write('a', 'new')).toBe(false);
    expect([storage.read('a'), storage.persists()]).toEqual(['new', false]);
    storage.remove('a');
    expect(storage.read('a')).toBeNull();
  });
  it('what fits again is on the disk again', () => {
    const full = disk();
    const storage = storageOver(full);
    full.refuses = true;
    storage.write('a', 'memory');
    full.refuses = false;
    storage.write('a', 'disk');
    expect([storage.read('a'), full.getItem('a'), storage.keys()]).toEqual(['disk', 'disk', ['a']]);
  });
});

describe('without a disk', () => {
  it('it works in memory and says so', () => {
    const storage = storageOver(null);
    storage.write('a', '1');
    expect([storage.read('a'), storage.keys(), storage.persists()]).toEqual(['1', ['a'], false]);
  });
});
