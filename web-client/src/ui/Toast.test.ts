// SPDX-License-Identifier: MIT
// Shows which act is taken back, newest first and each for ten seconds of its own, and what the page shows meanwhile.
import { h } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { signal } from '../signals';
import { drawIn, Place, withDocument } from '../testing/place';
import { say, takeBack, ToastRegion } from './Toast';

const place = new Place('main');
let undone: string[] = [];
const did = (what: string, holds?: () => boolean) => say(what, { label: 'Undo', run: () => void undone.push(what), ...(holds && { holds }) });
const shown = () => {
  drawIn(place, h(ToastRegion, {}));
  return place.text;
};

beforeAll(withDocument);
beforeEach(() => {
  vi.useFakeTimers();
  undone = [];
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe('taking back', () => {
  it('begins with the newest, and shows the one before it', () => {
    did('first');
    vi.advanceTimersByTime(1_000);
    did('second');
    expect(shown()).toBe('secondUndo');
    takeBack();
    expect(shown()).toBe('firstUndo');
    takeBack();
    takeBack();
    expect(undone).toEqual(['second', 'first']);
    expect(shown()).toBe('');
  });
  it('gives each act ten seconds, also one that others were done after', () => {
    did('first');
    vi.advanceTimersByTime(9_000);
    did('second');
    takeBack();
    vi.advanceTimersByTime(999);
    expect(shown()).toBe('firstUndo');
    vi.advanceTimersByTime(1);
    expect(shown()).toBe('');
    takeBack();
    expect(undone).toEqual(['second']);
  });
  it('stays possible when something is only told, and is seen to be', () => {
    did('first');
    say('told');
    expect(shown()).toBe('toldfirstUndo');
    did('second');
    expect(shown()).toBe('secondUndo');
    say('told again');
    takeBack();
    expect(undone).toEqual(['second']);
    expect(shown()).toBe('firstUndo');
  });
  it('passes over what cannot be taken back any more', () => {
    const holds = signal(true);
    did('first');
    did('second', () => holds.value);
    expect(shown()).toBe('secondUndo');
    holds.value = false;
    expect(shown()).toBe('firstUndo');
    takeBack();
    expect(undone).toEqual(['first']);
  });
});

describe('what is only told', () => {
  it('stays six seconds, one at a time', () => {
    say('one');
    say('two');
    expect(shown()).toBe('two');
    vi.advanceTimersByTime(6_000);
    expect(shown()).toBe('');
  });
});
