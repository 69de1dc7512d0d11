// SPDX-License-Identifier: MIT
// Making a session over HTTP, as the home page does.
import { request } from 'node:http';
import { makeId, makeJoinKey } from './ids.mjs';

/** @returns what the page sends; `change` overrides */
export const draftSession = (/** @type {Record<string, unknown>} */ change = {}) => ({
  session: makeId(), title: { lang: 'nl', text: 'Durf te Vragen' }, topics: [{ lang: 'nl', text: 'Werkdruk' }, { lang: 'nl', text: 'Roosters' }],
  round_ms: 5_000, lobby: true, rehearsal: false, moderation: false, expected: 25,
  join_key: makeJoinKey(), facilitator_secret: makeId(), presenter_secret: makeId(), password: '', ...change,
});

/**
 * One HTTP request with a free choice of headers and of the address it comes from (`fetch` allows neither).
 * @param {number} port @param {{method?: string, path: string, body?: unknown, headers?: Record<string, string>, localAddress?: string, host?: string}} what
 * @returns {Promise<{status: number, headers: import('node:http').IncomingHttpHeaders, text: string, bytes: number}>}
 */
export function http(port, { method = 'GET', path, body, headers = {}, localAddress, host = '127.0.0.1' }) {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const json = content === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(content), Origin: `http://${host}:${port}` };
  return new Promise((resolve, reject) => {
    const asking = request({ host, port, method, path, localAddress, agent: false, headers: { ...json, ...headers } }, (answer) => {
      /** @type {Buffer[]} */ const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const all = Buffer.concat(parts);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: all.toString(), bytes: all.length });
      });
    });
    asking.on('error', reject);
    asking.end(content);
  });
}

/** What a holder of a secret asks outside of a session. @param {number} port @param {'results' | 'session' | 'session/delete'} what */
export const askWith = (port, what, /** @type {string} */ secret) => http(port, {
  method: what === 'session/delete' ? 'POST' : 'GET', path: `/api/${what}`, headers: { 'Durf-Secret': secret, Origin: `http://127.0.0.1:${port}` },
});

/** @param {number} port @param {Record<string, unknown>} [change] */
export async function createSession(port, change) {
  const draft = draftSession(change);
  const { status, text } = await http(port, { method: 'POST', path: '/api/sessions', body: draft });
  if (status !== 201) throw new Error(`no session: ${status} ${text}`);
  return { ...draft, code: /** @type {string} */ (JSON.parse(text).code) };
}
