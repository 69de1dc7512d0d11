// SPDX-License-Identifier: MIT
// A request in the name of a link. Its secret travels in a header, since addresses end up in histories and logs.
import { decodeRefusal } from '../wire/http';
import type { Params } from '../wire/messages';

/** `no_connection`: nobody answered. `no_answer`: something answered that this page does not understand. */
export type Asked<T> = { ok: true; value: T } | { ok: false; code: string; params: Params };

export async function bySecret<T>(method: 'GET' | 'POST', path: string, secret: string, decode: (text: string) => T | null): Promise<Asked<T>> {
  try {
    const response = await fetch(path, { method, cache: 'no-store', headers: { 'durf-secret': secret } });
    const text = await response.text();
    if (!response.ok) return { ok: false, ...decodeRefusal(text) };
    const value = decode(text);
    return value === null ? { ok: false, code: 'no_answer', params: {} } : { ok: true, value };
  } catch {
    return { ok: false, code: 'no_connection', params: {} };
  }
}
