// SPDX-License-Identifier: MIT
// Shows that a phone's outbox keeps its order and its commands through anything, sends one at a time from one tab, and ends
// each command once.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outboxCommandsMax, outboxLeaseMs, outboxPauseMs } from '../limits';
import { disk, type Disk } from '../testing/disk';
import { command } from '../wire/encode';
import type { Command, Reply } from '../wire/messages';
import { lease } from './lease';
import { phoneOutbox } from './outbox';
import { storageOver } from './storage';

let shared: Disk;
const place = 'durf.member.k.';
const now = () => Date.now();
const tab = (name: string) => {
  const storage = storageOver(shared);
  return phoneOutbox(storage, place, lease(storage, place, name, now));
};
const ask = (id: string): Command => command(id, 'submit_question', { question: `q-${id}`, topic: '', text: { lang: 'nl', text: 'Waarom?' }, secret: 's' });
const vote = (id: string, question: string, revision: number, up = true): Command => command(id, 'upvote_question', { question, revision, up });
const accepted = (id: string): Reply => ({ t: 'reply', id, ok: true });
const rejected = (id: string, code: string): Reply => ({ t: 'reply', id, ok: false, code, params: {} });
const none: ReadonlySet<string> = new Set();
const ids = (commands: readonly Command[]) => commands.map(({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
  shared = disk();
});
afterEach(() => vi.useRealTimers());

describe('a phone’s outbox', () => {
  it('gives one command at a time, in the order of adding, though ids sort otherwise', () => {
    const outbox = tab('a');
    ['z', 'm', 'b'].forEach((id) => outbox.add(ask(id)));
    const sent: string[] = [];
    for (let due = outbox.due(none); due.length > 0; due = outbox.due(none)) {
      expect(outbox.due(new Set(ids(due)))).toEqual([]);
      sent.push(...ids(due));
      outbox.settle(accepted(due[0]!.id));
    }
    expect(sent).toEqual(['z', 'm', 'b']);
  });
  it('keeps a command whole through a reload until it is answered', () => {
    tab('a').add(ask('x'));
    vi.advanceTimersByTime(outboxLeaseMs + 1);
    const next = tab('b');
    expect(next.due(none)).toEqual([ask('x')]);
    expect(next.settle(accepted('x'))).toEqual(ask('x'));
    expect(next.settle(accepted('x'))).toBeNull();
    expect(tab('c').waiting()).toEqual([]);
  });
  it('replaces a vote by a newer one for the same question, and only that', () => {
    const outbox = tab('a');
    outbox.add(vote('1', 'q', 1));
    outbox.add(vote('2', 'r', 1));
    outbox.add(ask('3'));
    outbox.add(vote('4', 'q', 2, false));
    expect(ids(outbox.waiting())).toEqual(['2', '3', '4']);
    expect(outbox.settle(accepted('1'))).toBeNull();
  });
  it('is bounded, and a vote that replaces one still fits', () => {
    const outbox = tab('a');
    for (let i = 0; i < outboxCommandsMax; i += 1) expect(outbox.add(vote(`c${i}`, `q${i}`, 1))).toBe(true);
    expect(outbox.add(ask('more'))).toBe(false);
    expect(outbox.add(vote('newer', 'q7', 2))).toBe(true);
    expect(outbox.waiting()).toHaveLength(outboxCommandsMax);
  });
  it('ends a command that is refused', () => {
    const outbox = tab('a');
    outbox.add(ask('x'));
    expect(outbox.settle(rejected('x', 'hat_full'))).toEqual(ask('x'));
    expect(outbox.waiting()).toEqual([]);
  });
  it('keeps a command that came too fast, and offers it again after a pause', () => {
    const outbox = tab('a');
    let due = 0;
    outbox.onDue!(() => { due += 1; });
    outbox.add(ask('x'));
    expect(outbox.settle(rejected('x', 'too_fast'))).toBeNull();
    expect(outbox.due(none)).toEqual([]);
    vi.advanceTimersByTime(outboxPauseMs);
    expect(due).toBe(1);
    expect(ids(outbox.due(none))).toEqual(['x']);
  });
  it('drops and counts what it cannot read', () => {
    tab('a').add(ask('good'));
    shared.setItem(`${place}out.future`, '{"v":2,"order":1,"type":"submit_question","body":{"question":"q"}}');
    shared.setItem(`${place}out.broken`, '{');
    shared.setItem(`${place}out.foreign`, '{"v":1,"order":1,"type":"begin_for_real","body":{"question":"q"}}');
    const outbox = tab('a');
    expect(outbox.unreadable).toBe(3);
    expect(ids(outbox.waiting())).toEqual(['good']);
    expect(tab('a').unreadable).toBe(0);
  });
});

describe('several tabs', () => {
  it('share what waits, and one of them sends', () => {
    const [a, b] = [tab('a'), tab('b')];
    a.add(ask('1'));
    b.add(ask('2'));
    expect(ids(a.due(none))).toEqual(['1']);
    expect(b.due(none)).toEqual([]);
    a.settle(accepted('1'));
    expect(ids(a.due(none))).toEqual(['2']);
  });
  it('take over from one that froze, by themselves', () => {
    const [a, b] = [tab('a'), tab('b')];
    let wakes = 0;
    b.onDue!(() => { wakes += 1; });
    a.add(ask('1'));
    a.due(none);
    expect(b.due(none)).toEqual([]);
    vi.advanceTimersByTime(outboxLeaseMs);
    expect(wakes).toBe(1);
    expect(ids(b.due(none))).toEqual(['1']);
  });
  it('hand over at once when nothing waits any more', () => {
    const [a, b] = [tab('a'), tab('b')];
    a.add(ask('1'));
    a.due(none);
    a.settle(accepted('1'));
    a.due(none);
    b.add(ask('2'));
    expect(ids(b.due(none))).toEqual(['2']);
  });
  it('do not believe a lease that ends further ahead than any does: the clock was set', () => {
    tab('a').add(ask('1'));
    shared.setItem(`${place}lease`, JSON.stringify({ v: 1, tab: 'z', until: now() + 10 * outboxLeaseMs }));
    expect(ids(tab('b').due(none))).toEqual(['1']);
  });
});
