// SPDX-License-Identifier: MIT
// Shows that a component remembers what it should, and that its effects begin and end when they should.
import { h, type ComponentChild } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { useEffect, useElement, useMemo, useRef } from './hooks';
import { signal } from './signals';
import { drawIn, drawn, Place, withDocument } from './testing/place';

withDocument();
let place: Place;
let log: string[];
const draw = (what: ComponentChild) => drawIn(place, what);
beforeEach(() => {
  place = new Place('root');
  log = [];
});

it('a value is made again only when what it depends on has changed', () => {
  let made = 0;
  const Maker = ({ of }: { of: number }) => h('b', null, `${useMemo(() => ++made, [of])} ${useMemo(() => 'x', [])}`);
  draw(h(Maker, { of: 1 }));
  draw(h(Maker, { of: 1 }));
  expect(place.text).toBe('1 x');
  draw(h(Maker, { of: 2 }));
  expect(place.text).toBe('2 x');
});

it('each component remembers its own, and children do not get into their parents', () => {
  const Counts = ({ children }: { children?: ComponentChild }) => {
    const drawings = useRef(0);
    drawings.current += 1;
    return h('b', null, drawings.current, children);
  };
  draw(h(Counts, null, h(Counts, null), h(Counts, null)));
  draw(h(Counts, null, h(Counts, null), h(Counts, null), h(Counts, null)));
  expect(place.text).toBe('2221');
});

it('an effect runs once the page shows what was drawn, and ends before it runs again and when the component goes', () => {
  const Watcher = ({ of }: { of: string }) => {
    const box = useElement<HTMLElement>();
    useEffect(() => {
      log.push(`begin ${of} ${(box.current as unknown as Place).text}`);
      return () => log.push(`end ${of}`);
    }, [of]);
    return h('b', { ref: box }, of);
  };
  draw(h(Watcher, { of: 'a' }));
  draw(h(Watcher, { of: 'a' }));
  expect(log).toEqual(['begin a a']);
  draw(h(Watcher, { of: 'b' }));
  expect(log).toEqual(['begin a a', 'end a', 'begin b b']);
  draw(null);
  expect(log).toEqual(['begin a a', 'end a', 'begin b b', 'end b']);
});

it('an effect that depends on nothing runs after each drawing', () => {
  const Each = () => {
    useEffect(() => void log.push('drawn'));
    return null;
  };
  draw(h(Each, null));
  draw(h(Each, null));
  expect(log).toEqual(['drawn', 'drawn']);
});

it('an effect may change what its component shows', async () => {
  const shown = signal('before');
  const Changer = () => {
    useEffect(() => { shown.value = 'after'; }, []);
    return h('b', null, shown.value);
  };
  draw(h(Changer, null));
  await drawn();
  expect(place.text).toBe('after');
});
