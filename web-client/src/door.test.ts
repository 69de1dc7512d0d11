// SPDX-License-Identifier: MIT
// Shows that a typed code leads into the session with one token for this phone, whatever else the server says.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDoor } from './door';
import { tokenFor } from './keep/membership';
import { storageOver, type Storage } from './keep/storage';
import { disk } from './testing/disk';
import { FakeSocket, fakeBrowser } from './testing/wire';

const joinKey = 'kkkkkkkkkkkkkA';
const welcome = (build = __BUILD__) => ({ t: 'welcome', build, role: 'participant', session: 's', join_key: joinKey, epoch: 'E', address: 'http://x' });

let browser: ReturnType<typeof fakeBrowser>;
let phone: Storage;
beforeEach(() => {
  browser = fakeBrowser();
  phone = storageOver(disk());
});
afterEach(() => browser.end());

async function enter(build?: string): Promise<string[]> {
  const entered: string[] = [];
  openDoor(phone, '482913', (key) => entered.push(key));
  FakeSocket.last.open();
  FakeSocket.last.say(welcome(build));
  await Promise.resolve();
  return entered;
}
const said = () => FakeSocket.last.sent[0];

it('learns the join key and keeps the token that it came with', async () => {
  expect(await enter()).toEqual([joinKey]);
  expect(said()).toMatchObject({ t: 'hello', role: 'participant', join: { code: '482913' } });
  expect(tokenFor(phone, joinKey)).toBe(said()!['token']);
  expect(FakeSocket.last.readyState).toBe(3);
});
it('comes with the same token the next time', async () => {
  await enter();
  const token = said()!['token'];
  await enter();
  expect(said()!['token']).toBe(token);
});
it('leaves the token alone that the phone got by the link', async () => {
  const token = tokenFor(phone, joinKey);
  await enter();
  expect(tokenFor(phone, joinKey)).toBe(token);
});
it('enters before a new build of the pages is fetched', async () => {
  expect(await enter('newbuild')).toEqual([joinKey]);
  expect(browser.reload).not.toHaveBeenCalled();
});
it('says that there is no such session', () => {
  const entered = vi.fn();
  const door = openDoor(phone, '111111', entered);
  FakeSocket.last.open();
  FakeSocket.last.drop(4102);
  expect(door.trouble.value).toBe('unknown_session');
  expect(entered).not.toHaveBeenCalled();
});
