// SPDX-License-Identifier: MIT
// Shows that a wish from another page is asked once the desk is there, once only, and that a desk that cannot be reached says so.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deskCommandWithinMs } from '../limits';
import { FakeSocket, fakeBrowser } from '../testing/wire';
import { atDesk } from './atDesk';
import { endSession } from './endSession';

const secret = 'AAAAAAAAAAAAAAAAAAAAAA';
const welcome = { t: 'welcome', build: 'b', role: 'facilitator', session: secret, join_key: 'k', epoch: 'e', address: 'a' };
const snapshot = { t: 'snapshot', epoch: 'e', n: 0, put: [['session', '', { phase: 'live', results: 'R' }]], remove: [] };
const clock = { t: 'clock', round: null, timer: null };

describe('a wish at a desk', () => {
  let browser: ReturnType<typeof fakeBrowser>;
  beforeEach(() => { browser = fakeBrowser(); });
  afterEach(() => browser.end());

  const comeIn = () => {
    FakeSocket.last.open();
    FakeSocket.last.say(welcome, snapshot, clock);
  };

  it('is asked with the state of now at hand, and the desk is left', async () => {
    let seen: unknown;
    const outcome = atDesk(secret, (desk) => { seen = desk.session.peek()?.results; return endSession(desk); });
    comeIn();
    const [command] = FakeSocket.last.commands();
    expect([command?.type, seen]).toEqual(['end_session', 'R']);
    FakeSocket.last.say({ t: 'reply', id: command!.id, ok: true });
    expect(await outcome).toEqual({ ok: true });
    expect(FakeSocket.last.readyState).toBe(3);
  });
  it('tells the refusal', async () => {
    const outcome = atDesk(secret, endSession);
    comeIn();
    FakeSocket.last.say({ t: 'reply', id: FakeSocket.last.commands()[0]!.id, ok: false, code: 'not_now', params: {} });
    expect(await outcome).toEqual({ ok: false, code: 'not_now', params: {} });
  });
  it('is not asked twice when something else changes', async () => {
    const wish = vi.fn(endSession);
    const outcome = atDesk(secret, wish);
    comeIn();
    FakeSocket.last.drop();
    vi.advanceTimersByTime(1_000);
    comeIn();
    FakeSocket.last.say({ t: 'reply', id: FakeSocket.last.commands()[0]!.id, ok: true });
    expect(await outcome).toEqual({ ok: true });
    expect(wish).toHaveBeenCalledOnce();
  });
  it.each([[4101, 'link_revoked'], [4102, 'unknown_session'], [4104, 'session_closed']])('ends at once when the door closes with %d', async (code, because) => {
    const outcome = atDesk(secret, endSession);
    FakeSocket.last.open();
    FakeSocket.last.drop(code);
    expect(await outcome).toMatchObject({ ok: false, code: because });
  });
  it('ends when nobody answers', async () => {
    const outcome = atDesk(secret, endSession);
    vi.advanceTimersByTime(deskCommandWithinMs);
    expect(await outcome).toMatchObject({ ok: false, code: 'no_connection' });
  });
});
