// SPDX-License-Identifier: MIT
// Shows that values follow what they read: once per change, never half changed, and not after they were told to stop.
import { h, type ComponentChild } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { batch, computed, effect, signal, useSignal } from './signals';
import { drawIn, drawn, Place, withDocument } from './testing/place';

describe('signal', () => {
  it('tells an effect of each change, and of nothing that is the same', () => {
    const a = signal(1);
    const seen: number[] = [];
    effect(() => void seen.push(a.value));
    a.value = 2;
    a.value = 2;
    expect(seen).toEqual([1, 2]);
  });
  it('is not followed by who peeks', () => {
    const a = signal(1);
    let runs = 0;
    effect(() => { a.peek(); runs += 1; });
    a.value = 2;
    expect(runs).toBe(1);
  });
  it('makes one change of a batch', () => {
    const [a, b] = [signal(1), signal(1)];
    const seen: number[] = [];
    effect(() => void seen.push(a.value + b.value));
    batch(() => { a.value = 2; b.value = 3; });
    expect(seen).toEqual([2, 5]);
  });
  it('stops telling', () => {
    const a = signal(1);
    let runs = 0;
    const stop = effect(() => { runs += a.value; });
    stop();
    a.value = 5;
    expect(runs).toBe(1);
  });
});

describe('computed', () => {
  it('is never seen half changed, and computed once per change', () => {
    const a = signal(1);
    let computations = 0;
    const twice = computed(() => a.value * 2);
    const thrice = computed(() => a.value * 3);
    const sum = computed(() => { computations += 1; return twice.value + thrice.value; });
    const seen: number[] = [];
    effect(() => void seen.push(sum.value));
    a.value = 2;
    expect(seen).toEqual([5, 10]);
    expect(computations).toBe(2);
  });
  it('does not wake who follows it when its value stays the same', () => {
    const a = signal(1);
    const odd = computed(() => a.value % 2 === 1);
    let runs = 0;
    effect(() => { void odd.value; runs += 1; });
    a.value = 3;
    expect(runs).toBe(1);
    a.value = 4;
    expect(runs).toBe(2);
  });
  it('is right when nobody follows it, and after it was followed', () => {
    const a = signal(1);
    const twice = computed(() => a.value * 2);
    expect(twice.value).toBe(2);
    a.value = 2;
    expect(twice.value).toBe(4);
    effect(() => void twice.value)();
    a.value = 3;
    expect(twice.value).toBe(6);
  });
  it('is held by nothing that it read once nobody follows it', () => {
    const a = signal(1);
    const twice = computed(() => a.value * 2);
    const followers = () => (a as unknown as { followers: Set<unknown> }).followers.size;
    const stop = effect(() => void twice.value);
    expect(followers()).toBe(1);
    stop();
    expect(followers()).toBe(0);
  });
  it('follows only what it read the last time', () => {
    const [which, a, b] = [signal(true), signal('a'), signal('b')];
    const chosen = computed(() => which.value ? a.value : b.value);
    const seen: string[] = [];
    effect(() => void seen.push(chosen.value));
    which.value = false;
    a.value = 'x';
    b.value = 'y';
    expect(seen).toEqual(['a', 'b', 'y']);
  });
  it('sees what an effect changed after it was read', () => {
    const a = signal(0);
    const twice = computed(() => a.value * 2);
    const seen: number[] = [];
    effect(() => {
      seen.push(twice.value);
      if (a.peek() < 2) a.value = a.peek() + 1;
    });
    expect(seen).toEqual([0, 2, 4]);
  });
  it('gives up on signals that change one another for ever', () => {
    const [a, b] = [signal(0), signal(0)];
    effect(() => { b.value = a.value + 1; });
    expect(() => effect(() => { a.value = b.value + 1; })).toThrow('for ever');
  });
});

describe('components', () => {
  withDocument();
  let place: Place;
  const draw = (what: ComponentChild) => drawIn(place, what);
  afterEach(() => draw(null));

  it('are drawn again when what they read changes, and their parents are not', async () => {
    place = new Place('root');
    const a = signal('one');
    let parents = 0;
    const Child = () => h('b', null, a.value);
    const Parent = () => { parents += 1; return h('p', null, h(Child, null), '!'); };
    draw(h(Parent, null));
    expect(place.text).toBe('one!');
    a.value = 'two';
    await drawn();
    expect(place.text).toBe('two!');
    expect(parents).toBe(1);
  });
  it('do not follow any more when they are gone', async () => {
    place = new Place('root');
    const a = signal(1);
    let renders = 0;
    const Child = () => { renders += 1; return h('b', null, a.value); };
    draw(h(Child, null));
    draw(null);
    a.value = 2;
    await drawn();
    expect(renders).toBe(1);
  });
  it('keep a signal of their own', async () => {
    place = new Place('root');
    let more = () => {};
    const Counter = () => {
      const count = useSignal(0);
      more = () => { count.value += 1; };
      return h('b', null, count.value);
    };
    draw(h(Counter, null));
    more();
    await drawn();
    more();
    await drawn();
    expect(place.text).toBe('2');
  });
});
