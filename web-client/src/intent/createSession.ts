// SPDX-License-Identifier: MIT
import type { Outcome } from '../store';
import { encode } from '../wire/encode';
import { decodeCreated, decodeHostAnswer, decodeRefusal } from '../wire/http';
import type { CreateSessionBody, HostAnswer } from '../wire/messages';

/** May this browser make a session, and where do phones find this server? `null` when the server does not answer. */
export async function askHost(): Promise<HostAnswer | null> {
  try {
    const response = await fetch('/api/host', { cache: 'no-store' });
    return response.ok ? decodeHostAnswer(await response.text()) : null;
  } catch {
    return null;
  }
}

/** Makes a session. Sent again with the same ids and secrets it has no second effect, so the caller keeps `body` for a retry. */
export async function createSession(body: CreateSessionBody): Promise<{ ok: true; code: string } | Extract<Outcome, { ok: false }>> {
  try {
    const response = await fetch('/api/sessions', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: encode(body),
    });
    const text = await response.text();
    if (response.status !== 201) return { ok: false, ...decodeRefusal(text) };
    const code = decodeCreated(text);
    return code === null ? { ok: false, code: 'no_answer', params: {} } : { ok: true, code };
  } catch {
    return { ok: false, code: 'no_connection', params: {} };
  }
}
