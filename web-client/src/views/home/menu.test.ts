// SPDX-License-Identifier: MIT
// Shows that the home page offers what the state of a session allows, and nothing final too early.
import { describe, expect, it } from 'vitest';
import { deedsOf } from './SessionMenu';

describe('the menu of a session', () => {
  it.each(['lobby', 'live'] as const)('lets end in %s, but neither close nor delete', (phase) =>
    expect(deedsOf(phase)).toEqual(['rename', 'code', 'end', 'forget']));
  it('lets close after the end', () => expect(deedsOf('ended')).toEqual(['rename', 'close', 'forget']));
  it('lets delete what is closed', () => expect(deedsOf('closed')).toEqual(['delete', 'forget']));
  it('can always forget', () => expect(deedsOf(null)).toEqual(['forget']));
});
