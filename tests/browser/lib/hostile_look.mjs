// SPDX-License-Identifier: MIT
// What a hostile text must not have become on a page, and whether it stands there letter by letter.

/** @typedef {import('playwright-core').Page} Page */
/** In some element that the selector names stands this text. @typedef {[selector: string, text: string]} Stands */

/** Whatever a text calls shows up as an error of the console, and so as a complaint of the person. */
export const bell = () => { Object.assign(window, { hit: () => console.error('a text ran as a script') }); };

/** A dialog is one more way to show that a script ran. */
export function refuseDialogs(/** @type {import('./browser.mjs').Person} */ person) {
  person.context.on('dialog', (dialog) => {
    person.complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** One line for each thing that no page of ours makes, and one when something sticks out to the right. @param {Page} page @returns {Promise<string[]>} */
export const oddities = (page) => page.evaluate(() => {
  const foreign = 'iframe, object, embed, base, math, video, audio, marquee, area, plaintext, xmp, foreignObject, animate, set, form[action], meta[http-equiv=refresh], '
    + 'script:not([src^="/"]), img:not([src^="data:"], [src^="/"]), link:not([href^="/"], [href^="data:"]), a[href^="javascript:" i], a[href^="data:" i], [style*="elsewhere"]';
  const found = [...document.querySelectorAll(foreign)].map((element) => `made of a text: ${element.outerHTML.slice(0, 80)}`);
  const listening = document.evaluate('//@*[starts-with(name(), "on")]', document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  for (let at = 0; at < listening.snapshotLength; ++at) found.push(`${listening.snapshotItem(at)?.nodeName} on an element`);
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) {
    // The innermost one that reaches as far is the one to look at.
    const widest = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right + scrollX >= document.documentElement.scrollWidth - 1).at(-1);
    found.push(`${wide} px too wide: ${widest?.localName}.${widest?.className} in .${widest?.parentElement?.className} "${widest?.textContent?.slice(0, 60)}"`);
  }
  return found;
});

/** Those of the texts that do not stand on the page as they were written. @param {Page} page @param {readonly string[]} texts @returns {Promise<string[]>} */
export const missing = (page, texts) => page.evaluate((all) => {
  const page = document.body.textContent ?? '';
  return all.filter((text) => !page.includes(text));
}, texts);

/** Until all of it stands there. @param {Page} page @param {Stands[]} these */
export async function shows(page, these) {
  try {
    await page.waitForFunction((all) => all.every(([selector, text]) =>
      [...document.querySelectorAll(selector)].some((element) => (element.textContent ?? '').includes(text))), these, { polling: 25 });
  } catch {
    throw new Error(`not on ${new URL(page.url()).pathname}: ${JSON.stringify(these)}`);
  }
}
