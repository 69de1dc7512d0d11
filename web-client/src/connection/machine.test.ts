// SPDX-License-Identifier: MIT
// Shows each decision of the connection as a line: where it stands, what happens, where it stands then and what it does.
import { describe, expect, it } from 'vitest';
import { retryCapMs, retryCodeBudgetMs, retryRefusedMs, retryTooSlowMs } from '../limits';
import { retrySpanMs, step, view, type Action, type Because, type Input, type State } from './machine';

const idle: State = { at: 'idle' };
const connecting: State = { at: 'connecting', failures: 0, because: null };
const open: State = { at: 'open', failures: 0 };
const waiting = (because: Because, failures = 1): State => ({ at: 'waiting', failures, because });

/** An action in one word; timers that are merely put out are left away. */
const short = (action: Action): string =>
  action.do === 'arm' ? `arm ${action.timer}` : action.do === 'reload' ? `reload ${action.reason}` : action.do;
const actions = (state: State, input: Input) => step(state, input).actions.filter((action) => action.do !== 'disarm').map(short);
const place = (state: State): string => `${state.at}${'because' in state && state.because ? ` ${state.because}` : ''}`;

const table: readonly [string, State, Input, string, string[]][] = [
  ['starts', idle, { in: 'start' }, 'connecting', ['connect', 'arm welcome']],
  ['greets', connecting, { in: 'opened' }, 'connecting', ['hello']],
  ['is welcomed', connecting, { in: 'welcomed', newBuild: false }, 'open', ['arm settled', 'flush']],
  ['is welcomed by a new build', connecting, { in: 'welcomed', newBuild: true }, 'open', ['arm settled', 'reload new_build', 'flush']],
  ['gets no welcome', connecting, { in: 'elapsed', timer: 'welcome' }, 'waiting lost', ['disconnect', 'arm retry']],
  ['is refused before a welcome', connecting, { in: 'closed', code: 1006 }, 'waiting lost', ['disconnect', 'arm retry']],
  ['hears something', open, { in: 'heard', owed: false }, 'open', []],
  ['hears something and is still owed a reply', open, { in: 'heard', owed: true }, 'open', ['arm reply']],
  ['sends a first command', open, { in: 'sent', first: true }, 'open', ['arm reply']],
  ['sends one more: the patience of the first stays', open, { in: 'sent', first: false }, 'open', []],
  ['wakes and doubts', open, { in: 'woke' }, 'open', ['ping', 'arm pong']],
  ['hears no pong', open, { in: 'elapsed', timer: 'pong' }, 'connecting lost', ['connect', 'arm welcome']],
  ['hears no reply', open, { in: 'elapsed', timer: 'reply' }, 'connecting lost', ['connect', 'arm welcome']],
  ['misses a frame', open, { in: 'hole' }, 'waiting resync', ['disconnect', 'arm retry']],
  ['understands nothing', open, { in: 'garbled' }, 'stopped bad_message', ['disconnect', 'reload bug']],
  ['has waited', waiting('lost'), { in: 'elapsed', timer: 'retry' }, 'connecting lost', ['connect', 'arm welcome']],
  ['wakes while waiting', waiting('lost'), { in: 'woke' }, 'connecting lost', ['connect', 'arm welcome']],
  ['wakes while the server starts again', waiting('stopping'), { in: 'woke' }, 'connecting stopping', ['connect', 'arm welcome']],
  ['wakes, but was asked to wait', waiting('session_full'), { in: 'woke' }, 'waiting session_full', []],
  ['wakes, but has used up the guesses', waiting('code_budget'), { in: 'woke' }, 'waiting code_budget', []],
  ['is stopped', open, { in: 'stop' }, 'stopped by_us', ['disconnect']],
  ['stays stopped', { at: 'stopped', because: 'link_revoked' }, { in: 'woke' }, 'stopped link_revoked', []],
  ['does not listen to a timer of before', waiting('lost'), { in: 'elapsed', timer: 'pong' }, 'waiting lost', []],
];

describe('step', () => {
  it.each(table)('%s', (_, state, input, then, does) => {
    expect(place(step(state, input).state)).toBe(then);
    expect(actions(state, input)).toEqual(does);
  });
});

const closes: readonly [number, string, number][] = [
  [1000, 'waiting lost', 0], [1001, 'waiting stopping', 0], [1006, 'waiting lost', 0], [1011, 'waiting lost', 0],
  [1003, 'stopped bad_message', 0], [1007, 'stopped bad_message', 0], [1009, 'stopped bad_message', 0],
  [4000, 'waiting resync', 0], [4001, 'waiting too_slow', retryTooSlowMs], [4002, 'waiting session_full', retryRefusedMs],
  [4003, 'waiting code_budget', retryCodeBudgetMs], [4004, 'waiting unavailable', retryRefusedMs],
  [4005, 'waiting too_much', retryRefusedMs],
  [4100, 'stopped reload', 0], [4101, 'stopped link_revoked', 0], [4102, 'stopped unknown_session', 0], [4103, 'stopped bad_message', 0],
  [4104, 'stopped session_closed', 0],
  [4042, 'waiting lost', 0], [4142, 'stopped bad_message', 0],
];

describe('close codes', () => {
  it.each(closes)('%d: %s', (code, then, atLeastMs) => {
    for (const state of [open, connecting]) {
      const next = step(state, { in: 'closed', code });
      expect(place(next.state)).toBe(then);
      const retry = next.actions.find((action) => action.do === 'arm');
      expect(retry !== undefined).toBe(then.startsWith('waiting'));
      if (retry?.do === 'arm') expect(retry.afterMs).toBe(atLeastMs);
    }
  });
  it.each([[1003, 'bug'], [1007, 'bug'], [1009, 'bug'], [4100, 'protocol']])('%d reloads: %s', (code, reason) =>
    expect(actions(open, { in: 'closed', code })).toContain(`reload ${reason}`));
  it('4103 does not reload: it would say the same again', () => expect(actions(open, { in: 'closed', code: 4103 })).toEqual(['disconnect']));
});

describe('back-off', () => {
  it('doubles up to the cap', () => expect([1, 2, 3, 4, 5, 6, 7, 99].map(retrySpanMs)).toEqual([500, 1000, 2000, 4000, 8000, retryCapMs, retryCapMs, retryCapMs]));
  it('grows while connections fail, also when they fail after the welcome', () => {
    let state: State = { at: 'open', failures: 0 };
    const spans: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      const closed = step(state, { in: 'closed', code: 1006 });
      spans.push(closed.actions.flatMap((action) => action.do === 'arm' ? [action.jitterMs] : [])[0]!);
      state = step(step(closed.state, { in: 'elapsed', timer: 'retry' }).state, { in: 'welcomed', newBuild: false }).state;
    }
    expect(spans).toEqual([500, 1000, 2000, 4000]);
  });
  it('starts over after a connection that lasted', () =>
    expect(step({ at: 'open', failures: 5 }, { in: 'elapsed', timer: 'settled' }).state).toEqual({ at: 'open', failures: 0 }));
});

describe('view', () => {
  it.each<[State, object]>([
    [idle, { at: 'idle' }], [open, { at: 'open' }], [connecting, { at: 'connecting', again: false }],
    [{ at: 'connecting', failures: 2, because: 'lost' }, { at: 'connecting', again: true }],
    [waiting('too_slow'), { at: 'waiting', because: 'too_slow' }],
  ])('%j', (state, seen) => expect(view(state)).toEqual(seen));
});
