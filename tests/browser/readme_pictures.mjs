// SPDX-License-Identifier: MIT
// The pictures of the README, taken while the demo plays: projector, stage and desk of one moment, what waits for the moderator, a
// phone whose question is in the hat, and the results when it is over. Into the folder that is given; nothing is compared.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scripts } from '../../scripts/demo/script.mjs';
import { makeId } from '../end_to_end/lib/ids.mjs';
import { Desk } from '../end_to_end/lib/phone.mjs';
import { program } from '../end_to_end/lib/program.mjs';
import { deskSize, openBrowser, Person, phoneSize, projectorSize } from './lib/browser.mjs';
import { en, PhonePage } from './lib/phone_page.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../build/gallery', import.meta.url));
const tablet = { width: 1024, height: 768 };
const withinMs = 300_000;  // the demo plays in its own time
/** What makes a picture of an evening that is under way. */
const answeredLeast = 1;
const supportLeast = 8;
const pendingLeast = 3;

const demo = spawn(process.execPath, [fileURLToPath(new URL('../../scripts/demo/main.mjs', import.meta.url)), '--lang', 'en', '--listen', '127.0.0.1:0',
  '--address', 'http://192.168.1.20:8080'], { stdio: ['ignore', 'pipe', 'inherit'] });
process.on('exit', () => demo.kill());

/** @returns {Promise<string>} what the demo says of where to go */
const board = () => new Promise((resolve) => {
  let said = '';
  demo.stdout.on('data', (bytes) => { if ((said += bytes).includes(scripts['en']?.board.stop ?? '')) resolve(said); });
});

await program('pictures', 2 * withinMs, async () => {
  const said = await board();
  const [, port] = /http:\/\/localhost:(\d+)\/presenter/.exec(said) ?? [];
  const pathOf = (/** @type {string} */ role) => new RegExp(`/${role}#\\S+`).exec(said)?.[0] ?? '';
  const facilitator = new Desk({ port: Number(port) }, pathOf('desk').split('#')[1] ?? '').start();
  await facilitator.ready();
  const { replica } = facilitator;
  const browser = await openBrowser();
  const origin = `http://localhost:${port}`;
  const arrive = (/** @type {import('./lib/browser.mjs').Look} */ size) => Person.arrive(browser, origin, { lang: 'en', ...size });
  const open = async (/** @type {string} */ path, /** @type {import('./lib/browser.mjs').Look} */ size) => (await arrive(size)).open(path);
  const take = async (/** @type {string} */ name, /** @type {import('./lib/browser.mjs').Page} */ page) => {
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
    console.log(name);
  };

  const [projector, stage, desk, moderator] = await Promise.all([
    open(pathOf('presenter'), projectorSize), open(pathOf('stage'), tablet), open(pathOf('desk'), deskSize), open(pathOf('moderator'), phoneSize)]);

  const covered = scripts['en']?.lines.filter(({ cover }) => cover).map(({ text }) => text) ?? [];
  const pending = () => [...replica.questions.values()].filter(({ state }) => state === 'pending').map(({ text }) => text);
  await facilitator.until(() => pending().length >= pendingLeast && !pending().some((text) => covered.includes(text)), 'questions that wait', withinMs);
  await moderator.getByRole('button', { name: 'Approve' }).nth(1).waitFor();
  await take('moderator', moderator);

  const now = () => String(replica.session['highlighted']);
  const replied = () => [...replica.collection('ask_back')].some(([id, { state }]) => id.startsWith(`${now()}.`) && state === 'replied');
  await facilitator.until(() => replica.session['tally_answered'] >= answeredLeast && replied()
    && replica.questions.get(now())?.['support'] >= supportLeast && !replica.session['blank'], 'a question that was asked back and replied to', withinMs);
  await projector.getByText('Reply from the room').waitFor();
  await projector.locator('.screen-buttons.idle').waitFor({ state: 'attached' });
  await Promise.all([take('projector', projector), take('stage', stage), take('desk', desk)]);

  const key = /http:\/\/192\.168\.1\.20:8080\/#(\S+)/.exec(said)?.[1] ?? '';
  const phone = await PhonePage.scan(await arrive(phoneSize), key, en);
  await phone.understand();
  await phone.ask('Will we hear what became of our questions?');
  await phone.page.getByText(en.held).waitFor();
  await take('phone', phone.page);

  const results = makeId();
  await facilitator.command('set_results_link', { secret: results });
  await facilitator.command('end_session');
  const report = await open(`/results#${results}`, phoneSize);
  await report.locator('.report').first().waitFor();
  await take('results', report);
  facilitator.leave();
  await browser.close();
});
