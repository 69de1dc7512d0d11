// SPDX-License-Identifier: MIT
// Pictures of every screen in its main states, into build/gallery: phones, a narrow phone, a tablet, a laptop and a projector,
// in both languages, light and dark. For eyes; nothing is compared.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from '../end_to_end/lib/program.mjs';
import { deskSize, phoneSize, projectorSize } from './lib/browser.mjs';
import { Stage } from './lib/stage.mjs';
import { tour } from './lib/tour.mjs';

const folder = process.env['DURF_GALLERY'] ?? fileURLToPath(new URL('../../build/gallery', import.meta.url));
const narrow = { width: 320, height: 640 };
const tablet = { width: 820, height: 1180 };
const lyingTablet = { width: 1024, height: 768 };

/** @param {{width: number, height: number}} size @returns {import('./lib/browser.mjs').Look[]} */
const four = (size) => [{ lang: 'nl' }, { lang: 'nl', dark: true }, { lang: 'en' }, { lang: 'en', dark: true }].map((look) => ({ ...look, ...size }));

await program('gallery', 900_000, async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const stage = await new Stage(['--address', 'http://192.168.1.20:8080']).open();
  let pictures = 0;
  await tour(stage, {
    phones: [...four(phoneSize), { lang: 'nl', ...narrow }, { lang: 'nl', ...tablet }],
    desks: [...four(deskSize), { lang: 'nl', ...phoneSize }, { lang: 'en', dark: true, ...phoneSize }, { lang: 'nl', ...narrow }, { lang: 'nl', ...tablet }, { lang: 'nl', ...lyingTablet }],
    projectors: four(projectorSize),
    pages: [...four(deskSize), { lang: 'nl', ...phoneSize }],
  }, async ({ role, state, look, page }) => {
    ++pictures;
    // The row of buttons goes when nobody moves the mouse, as in the room.
    if (role === 'presenter' && await page.getByRole('dialog').count() === 0) await page.locator('.screen-buttons.idle').waitFor({ state: 'attached' });
    await page.screenshot({ path: join(folder, `${role}.${state}.${look.width}.${look.lang}${look.dark ? '.dark' : ''}.png`), animations: 'disabled' });
  });
  await stage.settle();
  await stage.close();
  console.log(`${pictures} pictures in ${folder}`);
});
