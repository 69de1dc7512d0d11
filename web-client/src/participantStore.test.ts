// SPDX-License-Identifier: MIT
// Shows a phone as a whole against a wire that the test holds: what leaves when, what survives, and what a person is told.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askQuestion } from './intent/askQuestion';
import { judgeAnswer } from './intent/judgeAnswer';
import { replyToAskBack } from './intent/replyToAskBack';
import { upvoteQuestion } from './intent/upvoteQuestion';
import { wishHidden } from './intent/wishHidden';
import { withdrawQuestion } from './intent/withdrawQuestion';
import { coverOwn } from './keep/coverOwn';
import { mendBroken } from './keep/mendBroken';
import { storageOver } from './keep/storage';
import { wipeSession } from './keep/wipeSession';
import { outboxLeaseMs, pongWithinMs, replyWithinMs, troubleAfterMs } from './limits';
import { createParticipantStore, type ParticipantStore } from './participantStore';
import { disk, type Disk } from './testing/disk';
import { FakeSocket, fakeBrowser } from './testing/wire';

const joinKey = 'kkkkkkkkkkkkkA';
const session = { title: 'T', lang: 'nl', phase: 'live', rehearsal: false, round: 3, round_ms: 20_000, highlighted: '' };
const welcome = (build = __BUILD__) => ({ t: 'welcome', build, role: 'participant', session: 's', join_key: joinKey, epoch: 'E', address: 'http://x' });
const snapshot = (n = 1, more: object[] = [], fields: object = {}) =>
  ({ t: 'snapshot', epoch: 'E', n, put: [['session', '', { ...session, ...fields }], ...more], remove: [] });
const frame = (n: number, put: unknown[] = [], remove: unknown[] = []) => ({ t: 'frame', epoch: 'E', n, put, remove });
const clock = { t: 'clock', round: { left_ms: 9_000, every_ms: 20_000 }, timer: null };
const question = (id: string, fields: object = {}) => ['question', id, { text: id, lang: 'nl', topic: '', state: 'open', support: 1, round: 1, place: 0, ...fields }] as const;

let browser: ReturnType<typeof fakeBrowser>;
let phone: Disk;
let store: ParticipantStore;

const openPage = () => {
  store = createParticipantStore(storageOver(phone), joinKey);
  store.start();
  FakeSocket.last.open();
};
const catchUp = (...more: object[]) => FakeSocket.last.say(welcome(), ...(more.length > 0 ? more : [snapshot()]), clock);
const comeBack = () => {
  vi.advanceTimersByTime(600);
  FakeSocket.last.open();
  catchUp();
};
const ask = (text: string) => {
  store.draft.write({ text });
  return askQuestion(store, () => {});
};
const reply = (more: object = { ok: true }, nth = -1) => FakeSocket.last.say({ t: 'reply', id: FakeSocket.last.commands().at(nth)!.id, ...more });

beforeEach(() => {
  browser = fakeBrowser();
  phone = disk();
  openPage();
});
afterEach(() => {
  store.stop();
  browser.end();
});

describe('coming in', () => {
  it('says hello with the join key and the token of this phone', () => {
    const [hello] = FakeSocket.last.sent;
    expect(FakeSocket.last.url).toBe('ws://192.168.1.20:8080/ws');
    expect(hello).toMatchObject({ t: 'hello', protocol: 1, role: 'participant', join: { key: joinKey } });
    expect(hello).not.toHaveProperty('resume');
    store.stop();
    openPage();
    expect(FakeSocket.last.sent[0]!['token']).toBe(hello!['token']);
  });
  it('sends nothing that waits before it has caught up', () => {
    ask('Waarom?');
    FakeSocket.last.say(welcome(), snapshot());
    expect(FakeSocket.last.types).toEqual(['hello']);
    FakeSocket.last.say(clock);
    expect(FakeSocket.last.types).toEqual(['hello', 'submit_question']);
  });
  it('resumes from the last frame that it applied', () => {
    catchUp();
    FakeSocket.last.say(frame(2), frame(3));
    FakeSocket.last.drop();
    vi.advanceTimersByTime(600);
    FakeSocket.last.open();
    expect(FakeSocket.last.sent[0]).toMatchObject({ resume: { epoch: 'E', frame: 3 } });
  });
  it('asks for everything after a hole, and keeps the picture until then', () => {
    catchUp(snapshot(1, [question('q')]));
    FakeSocket.last.say(frame(3));
    expect(store.questions.value).toHaveLength(1);
    vi.advanceTimersByTime(600);
    FakeSocket.last.open();
    expect(FakeSocket.last.sent[0]).not.toHaveProperty('resume');
  });
});

describe('asking', () => {
  it('is on the phone before it has left, in the hat after the reply, and out with the round', () => {
    catchUp();
    const id = ask('Waarom?');
    expect(store.own.value[0]).toMatchObject({ id, state: 'asked', text: 'Waarom?' });
    expect(store.draft.now.value.text).toBe('');
    reply({ ok: true, receipt: 'R' });
    expect(store.own.value[0]).toMatchObject({ state: 'held', receipt: 'R', round: 3 });
    FakeSocket.last.say(frame(2, [question(id)]));
    expect(store.own.value[0]!.state).toBe('out');
  });
  it('survives a lost connection and is sent again under the same id', () => {
    catchUp();
    ask('Waarom?');
    const [first] = FakeSocket.last.commands();
    FakeSocket.last.drop();
    comeBack();
    expect(FakeSocket.last.commands()).toEqual([first]);
    reply({ ok: true, receipt: 'R' });
    expect(store.own.value[0]!.state).toBe('held');
  });
  it('survives a reload before it was answered', () => {
    catchUp();
    ask('Waarom?');
    const [first] = FakeSocket.last.commands();
    store.stop();
    vi.advanceTimersByTime(outboxLeaseMs);
    openPage();
    catchUp();
    expect(FakeSocket.last.commands()).toEqual([first]);
  });
  it('keeps the words and the reason when it is refused', () => {
    catchUp();
    ask('Waarom?');
    reply({ ok: false, code: 'hat_full', params: { max: 200 } });
    expect(store.own.value[0]).toMatchObject({ state: 'refused', code: 'hat_full', params: { max: 200 }, text: 'Waarom?' });
  });
  it('tells the caller how it ended', async () => {
    catchUp();
    const ended = vi.fn();
    store.draft.write({ text: 'Waarom?' });
    askQuestion(store, ended);
    reply({ ok: false, code: 'one_per_round', params: {} });
    await vi.waitFor(() => expect(ended).toHaveBeenCalledWith({ ok: false, code: 'one_per_round', params: {} }));
  });
});

describe('withdrawing', () => {
  it('wipes the text from the phone when it is done', () => {
    catchUp();
    ask('Waarom?');
    reply({ ok: true, receipt: 'R' });
    void withdrawQuestion(store, store.own.value[0]!);
    expect(store.own.value[0]).toMatchObject({ withdrawing: true, text: 'Waarom?' });
    reply();
    expect(store.own.value[0]).toMatchObject({ state: 'withdrawn', withdrawing: false, text: '', secret: '' });
    expect([...phone.kept.values()].join()).not.toContain('Waarom?');
  });
  it('follows on the asking when neither has left yet', () => {
    const id = ask('Waarom?');
    void withdrawQuestion(store, store.own.value[0]!);
    catchUp();
    reply({ ok: true, receipt: 'R' });
    reply();
    expect(FakeSocket.last.types).toEqual(['hello', 'submit_question', 'withdraw_question']);
    expect(store.own.value[0]).toMatchObject({ id, state: 'withdrawn' });
  });
  it('that came too late leaves the question where it is', () => {
    catchUp();
    ask('Waarom?');
    reply({ ok: true, receipt: 'R' });
    void withdrawQuestion(store, store.own.value[0]!);
    reply({ ok: false, code: 'too_late', params: {} });
    expect(store.own.value[0]).toMatchObject({ withdrawing: false, code: 'too_late', text: 'Waarom?' });
  });
});

describe('an own question that came out', () => {
  const mine = () => store.own.value[0]!;
  beforeEach(() => {
    catchUp();
    const id = ask('Waarom?');
    reply({ ok: true, receipt: 'R' });
    FakeSocket.last.say(frame(2, [question(id, { state: 'answered' })]));
  });
  const commands = {
    wish_hidden: () => wishHidden(store, mine()), judge_answer: () => judgeAnswer(store, mine(), 'partly'),
    reply_to_ask_back: () => replyToAskBack(store, mine(), 0, ' Omdat\nhet moet '),
  };
  const types = Object.keys(commands) as (keyof typeof commands)[];

  it.each(types)('%s proves with its secret whose it is, and is remembered with how it ended', (type) => {
    void commands[type]();
    expect(FakeSocket.last.commands().at(-1)).toMatchObject({ type, body: { question: mine().id, secret: mine().secret } });
    expect(mine()[type]).toBe('waiting');
    reply({ ok: true, receipt: 'S' });
    expect(mine()[type]).toEqual({ ok: true, receipt: 'S' });
    void commands[type]();
    reply({ ok: false, code: 'not_now', params: {} });
    expect(mine()[type]).toEqual({ ok: false, code: 'not_now', params: {} });
  });
  it.each(types)('%s survives a reload before it was answered, and is mended when nothing waits for it', (type) => {
    void commands[type]();
    store.stop();
    vi.advanceTimersByTime(outboxLeaseMs);
    openPage();
    mendBroken(store);
    catchUp();
    expect(FakeSocket.last.types).toEqual(['hello', type]);
    expect(mine()[type]).toBe('waiting');
    store.stop();
    for (const key of phone.kept.keys()) if (key.includes('.out.')) phone.removeItem(key);
    openPage();
    mendBroken(store);
    expect(mine()[type]).toBeUndefined();
  });
  it('[B7] is kept as the room sees it once a moderator covered a part', () => {
    const stop = coverOwn(store);
    FakeSocket.last.say(frame(3, [question(mine().id, { text: 'Wie is hier blij?' })]));
    expect(mine()).toMatchObject({ text: 'Waarom?' });
    FakeSocket.last.say(frame(4, [question(mine().id, { text: '███?', redacted: true })]));
    expect(mine()).toMatchObject({ text: '███?', redacted: true, state: 'out' });
    expect([...phone.kept.values()].join()).not.toContain('Waarom');
    FakeSocket.last.say(frame(5, [question(mine().id, { text: '███', redacted: true })]));
    expect(mine().text).toBe('███');
    stop();
  });
  it('[B7] keeps its reply as the room sees it', () => {
    const stop = coverOwn(store);
    void commands.reply_to_ask_back();
    reply({ ok: true, receipt: 'S' });
    const exchange = (fields: object) => ['ask_back', `${mine().id}.0`, { lang: 'nl', text: 'Hoezo?', state: 'asked', reply: '', reply_lang: '', ...fields }];
    FakeSocket.last.say(frame(3, [exchange({})]));
    expect(mine().reply?.text).toBe('Omdat het moet');
    FakeSocket.last.say(frame(4, [exchange({ state: 'replied', reply: '███ het moet', reply_lang: 'nl' })]));
    expect(mine().reply).toMatchObject({ place: 0, text: '███ het moet' });
    expect([...phone.kept.values()].join()).not.toContain('Omdat');
    stop();
  });
  it('[B7] that was withdrawn stays empty, also when it is still seen covered', () => {
    const stop = coverOwn(store);
    void withdrawQuestion(store, mine());
    reply();
    FakeSocket.last.say(frame(3, [question(mine().id, { text: '███?', redacted: true })]));
    expect(mine()).toMatchObject({ state: 'withdrawn', text: '' });
    stop();
  });
  it('sends what was written as one paragraph, and wipes it with the question', () => {
    void commands.reply_to_ask_back();
    expect(FakeSocket.last.commands().at(-1)!.body).toMatchObject({ place: 0, text: { text: 'Omdat het moet' } });
    reply();
    void withdrawQuestion(store, mine());
    reply();
    expect([...phone.kept.values()].join()).not.toContain('Omdat');
  });
});

it('what a page that died left half done is mended', () => {
  const id = ask('Waarom?');
  void withdrawQuestion(store, store.own.value[0]!);
  for (const key of phone.kept.keys()) if (key.includes('.out.')) phone.removeItem(key);
  mendBroken(store);
  expect(store.own.value[0]).toMatchObject({ id, state: 'refused', code: 'unknown', withdrawing: false });
});

describe('a session that is closed', () => {
  it('stops the page, and nothing of it stays on the phone', () => {
    catchUp(snapshot(1, [question('q')], { code: '482913' }));
    ask('Waarom?');
    store.draft.write({ text: 'Half een' });
    void upvoteQuestion(store, 'q', true);
    phone.setItem('durf.lang', 'nl');
    FakeSocket.last.drop(4104);
    expect(store.connection.value).toEqual({ at: 'stopped', because: 'session_closed' });
    expect(phone.kept.size).toBeGreaterThan(4);
    wipeSession(storageOver(phone), joinKey);
    vi.advanceTimersByTime(60_000);
    expect([...phone.kept.keys()]).toEqual(['durf.lang']);
  });
  it('leaves what belongs to another one', () => {
    phone.setItem('durf.member.other.draft', 'x');
    wipeSession(storageOver(phone), joinKey);
    expect([...phone.kept.keys()]).toEqual(['durf.member.other.draft']);
  });
});

describe('supporting', () => {
  beforeEach(() => catchUp(snapshot(1, [question('q', { support: 4 })])));

  it('shows at once, and leaves the shared count alone', () => {
    void upvoteQuestion(store, 'q', true);
    expect(store.votes.value.get('q')).toEqual({ up: true, revision: 1, known: false });
    expect(store.questions.value[0]!.support).toBe(4);
  });
  it('sends only the newest choice of those that could not leave', () => {
    FakeSocket.last.drop();
    void upvoteQuestion(store, 'q', true);
    void upvoteQuestion(store, 'q', false);
    void upvoteQuestion(store, 'q', true);
    comeBack();
    reply();
    expect(FakeSocket.last.commands().map(({ body }) => body)).toEqual([{ question: 'q', revision: 3, up: true }]);
  });
  it('goes back when it is refused', () => {
    void upvoteQuestion(store, 'q', true);
    reply({ ok: false, code: 'unknown_question', params: {} });
    expect(store.votes.value.get('q')!.up).toBe(false);
  });
});

describe('a rehearsal that is over', () => {
  it('takes with it what was asked in it, sent or not, before anything leaves', () => {
    catchUp(snapshot(1, [question('q')], { rehearsal: true }));
    ask('Proef?');
    reply({ ok: true, receipt: 'R' });
    FakeSocket.last.drop(4000);
    ask('Nog een proef?');
    void upvoteQuestion(store, 'q', true);
    vi.advanceTimersByTime(600);
    FakeSocket.last.open();
    FakeSocket.last.say(welcome(), { ...snapshot(1), epoch: 'F' }, clock);
    expect(FakeSocket.last.types).toEqual(['hello']);
    expect([store.own.value.length, store.votes.value.size, store.rehearsalsWiped.value]).toEqual([0, 0, 1]);
  });
});

describe('the connection', () => {
  it('is not spoken of while it is well, or for a hiccup', () => {
    catchUp();
    FakeSocket.last.drop();
    comeBack();
    vi.advanceTimersByTime(troubleAfterMs);
    expect(store.trouble.value).toBeNull();
  });
  it('is spoken of when it stays away, with the reason, until it is back', () => {
    catchUp();
    FakeSocket.last.drop(4002);
    expect(store.trouble.value).toBeNull();
    vi.advanceTimersByTime(troubleAfterMs);
    expect(store.trouble.value).toBe('session_full');
    browser.fire('online');
    vi.advanceTimersByTime(31_000);
    FakeSocket.last.open();
    catchUp();
    expect(store.trouble.value).toBeNull();
  });
  it('is doubted when the phone wakes, and made anew when nothing answers', () => {
    catchUp();
    browser.fire('visibilitychange');
    expect(FakeSocket.last.types.at(-1)).toBe('ping');
    vi.advanceTimersByTime(pongWithinMs);
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.all[0]!.drop();
    expect(store.connection.value.at).toBe('connecting');
  });
  it('is kept when the pong comes', () => {
    catchUp();
    browser.fire('pageshow');
    FakeSocket.last.say({ t: 'pong' });
    vi.advanceTimersByTime(pongWithinMs);
    expect(FakeSocket.all).toHaveLength(1);
  });
  it('is made anew when a command gets no reply', () => {
    catchUp();
    ask('Waarom?');
    vi.advanceTimersByTime(replyWithinMs);
    expect(FakeSocket.all).toHaveLength(2);
  });
  it('is made anew at once when the network is back', () => {
    catchUp();
    FakeSocket.last.drop();
    browser.fire('online');
    expect(FakeSocket.all).toHaveLength(2);
  });
});

describe('a new build of the pages', () => {
  it('is fetched once, and not again when the server still says so', () => {
    FakeSocket.last.say(welcome('newbuild'), snapshot(), clock);
    expect(browser.reload).toHaveBeenCalledTimes(1);
    store.stop();
    openPage();
    FakeSocket.last.say(welcome('newbuild'), snapshot(), clock);
    expect(browser.reload).toHaveBeenCalledTimes(1);
    expect(store.connection.value.at).toBe('open');
    FakeSocket.last.drop();
    vi.advanceTimersByTime(600);
    FakeSocket.last.open();
    FakeSocket.last.say(welcome('nextbuild'), snapshot(), clock);
    expect(browser.reload).toHaveBeenCalledTimes(2);
  });
  it('takes nothing that was typed', () => {
    store.draft.write({ text: 'Half een' });
    ask('Heel');
    store.draft.write({ text: 'Half een' });
    FakeSocket.last.drop(4100);
    expect(browser.reload).toHaveBeenCalledTimes(1);
    store.stop();
    openPage();
    expect(store.draft.now.value.text).toBe('Half een');
    catchUp();
    vi.advanceTimersByTime(outboxLeaseMs);
    expect(FakeSocket.last.commands().map(({ type }) => type)).toEqual(['submit_question']);
  });
  it('that does not help is said', () => {
    for (let i = 0; i < 2; i += 1) {
      FakeSocket.last.drop(4100);
      expect(store.trouble.value).toBe('reload');
      store.stop();
      openPage();
    }
    expect(browser.reload).toHaveBeenCalledTimes(1);
  });
});

it('what is left of the round is known between messages', () => {
  catchUp();
  expect(store.roundLeftMs.value).toBe(9_000);
  vi.advanceTimersByTime(10_000);
  expect(store.roundLeftMs.value).toBe(19_000);
});
