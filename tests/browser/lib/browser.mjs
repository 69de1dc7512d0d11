// SPDX-License-Identifier: MIT
// Real browsers before the real server. Every page that is opened here is watched: a message of the console that is an error,
// a broken rule of the content security policy, an exception, a request to anywhere but the server fails the test in which it
// happened, whatever the test is about.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';

const require = createRequire(new URL('../../../web-client/package.json', import.meta.url));
/** @type {import('playwright-core')} */
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{lang?: 'nl' | 'en', dark?: boolean, width?: number, height?: number, touch?: boolean, calm?: boolean}} Look */

export const phoneSize = { width: 390, height: 844 };
export const deskSize = { width: 1440, height: 900 };
export const projectorSize = { width: 1920, height: 1080 };

export const openBrowser = () => chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path)) ?? 'chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
    // Whatever a page tries, there is no other server than ours: names are not looked up, and nothing leaves this machine.
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1'],
});

/** Somebody with a browser of their own: no storage and no cookie is shared with anybody else. */
export class Person {
  /** What went wrong on this person's pages. @type {string[]} */ complaints = [];
  /** From here on the network is away, and a failed request is no complaint. */
  offline = false;

  /** @param {import('playwright-core').BrowserContext} context @param {string} origin */
  constructor(context, origin) {
    this.context = context;
    this.origin = origin;
  }

  /** @param {import('playwright-core').Browser} browser @param {string} origin @param {Look} [look] @param {import('./carrier.mjs').Carrier} [carrier] */
  static async arrive(browser, origin, { lang = 'nl', dark = false, width = phoneSize.width, height = phoneSize.height, calm = true } = {}, carrier) {
    const context = await browser.newContext({
      viewport: { width, height }, locale: lang === 'nl' ? 'nl-NL' : 'en-GB', colorScheme: dark ? 'dark' : 'light',
      reducedMotion: calm ? 'reduce' : 'no-preference', hasTouch: width < 1000,
      ignoreHTTPSErrors: true,  // nobody vouches for a test's certificate
      ...(carrier && { proxy: { server: carrier.proxy, bypass: '<-loopback>' } }),
    });
    context.setDefaultTimeout(15_000);
    const person = new Person(context, origin);
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => console.error(`policy: ${violatedDirective} ${blockedURI}`));
    });
    context.on('request', (request) => person.#look(request.url()));
    context.on('console', (message) => { if (message.type() === 'error') person.#complain(message.text()); });
    context.on('weberror', (error) => person.#complain(String(error.error())));
    context.on('page', (page) => page.on('websocket', (socket) => person.#look(socket.url().replace(/^ws/, 'http'))));
    return person;
  }

  #look(/** @type {string} */ url) {
    if (url.startsWith('http') && new URL(url).origin !== this.origin) this.complaints.push(`request to ${url}`);
  }

  #complain(/** @type {string} */ text) {
    // A server that is away, or a network that is, is told to the console by the browser itself.
    const isNetwork = /ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|NETWORK_CHANGED|SOCKS_CONNECTION_FAILED|PROXY_CONNECTION_FAILED)|WebSocket connection to/.test(text);
    if (!(this.offline && isNetwork)) this.complaints.push(text);
  }

  /** @returns {Promise<Page>} */
  async open(path = '/') {
    const page = await this.context.newPage();
    await page.goto(this.origin + path);
    return page;
  }

  async setOffline(/** @type {boolean} */ away) {
    if (away) this.offline = true;
    await this.context.setOffline(away);
  }

  async leave() { await this.context.close(); }
}

/** What axe finds on what is on the screen now: one line for each kind and place. @param {Page} page @returns {Promise<string[]>} */
export async function axe(page) {
  // Through the debugger: the pages' policy lets no foreign script in.
  const debug = await page.context().newCDPSession(page);
  try {
    await debug.send('Runtime.evaluate', { expression: axeSource });
    const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
      expression: `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary.split('\\n').slice(1, 2).join(' ').trim())))`,
      awaitPromise: true, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await debug.detach();
  }
}

/** Resolves when the condition holds. @template T @param {() => Promise<T> | T} look @param {string} what @returns {Promise<T>} */
export async function eventually(look, what, withinMs = 15_000) {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
