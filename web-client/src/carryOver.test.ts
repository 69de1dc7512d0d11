// SPDX-License-Identifier: MIT
// Shows what a phone does by itself when a question that it supports is merged: its support follows, once, within a round.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOver } from './carryOver';
import { askQuestion } from './intent/askQuestion';
import { upvoteQuestion } from './intent/upvoteQuestion';
import { withdrawQuestion } from './intent/withdrawQuestion';
import { storageOver } from './keep/storage';
import { outboxLeaseMs } from './limits';
import { createParticipantStore, type ParticipantStore } from './participantStore';
import { disk, type Disk } from './testing/disk';
import { FakeSocket, fakeBrowser } from './testing/wire';

const roundMs = 20_000;
const joinKey = 'kkkkkkkkkkkkkA';
const question = (id: string) => ['question', id, { text: id, lang: 'nl', topic: '', state: 'open', support: 1, round: 1, place: 0 }];
const merge = (from: string, into: string) => ['merge', from, { into }];
const clock = { t: 'clock', round: { left_ms: 9_000, every_ms: roundMs }, timer: null };

let browser: ReturnType<typeof fakeBrowser>;
let phone: Disk;
let store: ParticipantStore;
let stopCarrying: () => void;
let n = 1;

const snapshot = (put: unknown[], phase = 'live') => ({
  t: 'snapshot', epoch: 'E', n, remove: [],
  put: [['session', '', { title: 'T', lang: 'nl', phase, rehearsal: false, round: 3, round_ms: roundMs, highlighted: '' }], ...put],
});
const openPage = (put: unknown[] = [question('q'), question('r'), question('s')], phase = 'live') => {
  const storage = storageOver(phone);
  store = createParticipantStore(storage, joinKey);
  store.start();
  stopCarrying = carryOver(store, storage);
  FakeSocket.last.open();
  FakeSocket.last.say({ t: 'welcome', build: __BUILD__, role: 'participant', session: 's', join_key: joinKey, epoch: 'E', address: 'http://x' }, snapshot(put, phase), clock);
};
const closePage = () => {
  stopCarrying();
  store.stop();
  vi.advanceTimersByTime(outboxLeaseMs);
};
/** The frame in which phones are told. */
const tell = (from: string, into: string) => FakeSocket.last.say({ t: 'frame', epoch: 'E', n: n += 1, put: [merge(from, into)], remove: [['question', from]] });
const answered = new Set<string>();
const answer = (more: object = { ok: true }) => {
  const { id } = FakeSocket.last.commands().at(-1)!;
  answered.add(id);
  FakeSocket.last.say({ t: 'reply', id, ...more });
};
const refuse = (code: string) => answer({ ok: false, code, params: {} });
const support = (id: string, up = true) => {
  void upvoteQuestion(store, id, up);
  answer();
};
/** Upvotes since the page was opened, as `question revision`. */
const sent = () => FakeSocket.last.commands().filter(({ type }) => type === 'upvote_question')
  .map(({ body: { question: id, revision, up } }) => `${id as string} ${revision as number}${up === true ? '' : ' down'}`);
/** A round in which the server takes whatever comes. */
async function settle() {
  for (let ms = 0; ms < roundMs; ms += 1_000) {
    await vi.advanceTimersByTimeAsync(1_000);
    const last = FakeSocket.last.commands().at(-1);
    if (last && !answered.has(last.id)) answer();
  }
}

beforeEach(() => {
  browser = fakeBrowser();
  phone = disk();
  n = 1;
  openPage();
});
afterEach(() => {
  closePage();
  browser.end();
});

describe('support of a merged question', () => {
  it('follows at a random moment within one round, and once', async () => {
    support('q');
    tell('q', 'r');
    vi.advanceTimersByTime(roundMs / 2 - 1);
    expect(sent()).toEqual(['q 1']);
    vi.advanceTimersByTime(1);
    expect(sent()).toEqual(['q 1', 'r 1']);
    answer();
    FakeSocket.last.say({ t: 'frame', epoch: 'E', n: n += 1, put: [question('x')], remove: [] });
    await settle();
    expect(sent()).toHaveLength(2);
    expect(store.votes.value.get('r')).toMatchObject({ up: true, known: true });
  });
  it('that was never given, or was taken back, does not follow', async () => {
    support('q');
    support('q', false);
    tell('q', 'r');
    tell('s', 'r');
    await settle();
    expect(sent()).toEqual(['q 1', 'q 2 down']);
  });
  it('is not given twice where the other one has it already, and stays taken back there', async () => {
    support('q');
    support('r');
    tell('q', 'r');
    await settle();
    support('r', false);
    await settle();
    expect(sent()).toEqual(['q 1', 'r 1', 'r 2 down']);
  });
  it('of its author follows too, and stops with withdrawing', async () => {
    const ask = () => {
      store.draft.write({ text: 'Waarom?' });
      const id = askQuestion(store, () => {});
      answer({ ok: true, receipt: 'R' });
      return id;
    };
    const [first, second] = [ask(), ask()];
    void withdrawQuestion(store, store.own.value.find(({ id }) => id === second)!);
    answer();
    tell(first, 'r');
    tell(second, 's');
    await settle();
    expect(sent()).toEqual(['r 1']);
  });
  it('for a question of one’s own is there already', async () => {
    store.draft.write({ text: 'Waarom?' });
    const own = askQuestion(store, () => {});
    answer({ ok: true, receipt: 'R' });
    FakeSocket.last.say({ t: 'frame', epoch: 'E', n: n += 1, put: [question(own)], remove: [] });
    support('q');
    tell('q', own);
    await settle();
    expect(sent()).toEqual(['q 1']);
  });
  it('goes to the end of a chain, also when that grows meanwhile', async () => {
    support('q');
    tell('q', 'r');
    tell('r', 's');
    await settle();
    expect(sent()).toEqual(['q 1', 's 1']);
  });
  it('that arrived when the other one had just been merged itself goes on to where that went', async () => {
    support('q');
    tell('q', 'r');
    vi.advanceTimersByTime(roundMs / 2);
    refuse('unknown_question');
    tell('r', 's');
    await settle();
    expect(sent()).toEqual(['q 1', 'r 1', 's 1']);
    expect(store.votes.value.get('r')!.up).toBe(false);
  });
  it('follows when the phone was away meanwhile', async () => {
    support('q');
    closePage();
    openPage([question('r'), merge('q', 'r')]);
    await settle();
    expect(sent()).toEqual(['r 1']);
  });
  it('waits in the outbox when the page goes before it was answered', async () => {
    support('q');
    tell('q', 'r');
    vi.advanceTimersByTime(roundMs / 2);
    const [, first] = FakeSocket.last.commands();
    closePage();
    openPage([question('r'), merge('q', 'r')]);
    expect(FakeSocket.last.commands()).toEqual([first]);
    answer();
    await settle();
    expect(sent()).toEqual(['r 1']);
  });
  it('comes back when the other one is withdrawn, and goes along with the next merge', async () => {
    support('q');
    tell('q', 'r');
    await settle();
    FakeSocket.last.say({ t: 'frame', epoch: 'E', n: n += 1, put: [question('q')], remove: [['merge', 'q'], ['question', 'r']] });
    expect(store.votes.value.get('q')!.up).toBe(true);
    await settle();
    await settle();
    tell('q', 's');
    await settle();
    expect(sent()).toEqual(['q 1', 'r 1', 'q 2', 's 1']);
  });
  it('that was never given does not come back', async () => {
    tell('q', 'r');
    await settle();
    FakeSocket.last.say({ t: 'frame', epoch: 'E', n: n += 1, put: [question('q')], remove: [['merge', 'q'], ['question', 'r']] });
    await settle();
    expect(FakeSocket.last.commands()).toEqual([]);
  });
  it('does not follow after the end, and does when the session goes on', async () => {
    support('q');
    closePage();
    openPage([question('r'), merge('q', 'r')], 'ended');
    await settle();
    expect(sent()).toEqual([]);
    FakeSocket.last.say({ t: 'frame', epoch: 'E', n: n += 1, put: [['session', '', { phase: 'live' }]], remove: [] });
    await settle();
    expect(sent()).toEqual(['r 1']);
  });
});
