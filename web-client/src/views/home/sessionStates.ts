// SPDX-License-Identifier: MIT
// Where the sessions of this browser are in their life, as their servers say it; asked when the page opens and after each deed.
import { useEffect, useState } from 'preact/hooks';
import { askSession } from '../../intent/askSession';
import type { KnownSession } from '../../keep/knownSessions';
import type { SessionAnswer } from '../../wire/messages';

/** `gone`: no facilitator's link has this secret (any more). `unknown`: no answer, and nothing follows from that. */
export type SessionState = SessionAnswer | 'asking' | 'gone' | 'unknown';

export async function stateOf(secret: string): Promise<SessionState> {
  const asked = await askSession(secret);
  if (asked.ok) return asked.value;
  return asked.code === 'unknown_session' ? 'gone' : 'unknown';
}

/** By session. One that this browser has no facilitator's link for is not in it. */
export function useSessionStates(sessions: readonly KnownSession[]): [ReadonlyMap<string, SessionState>, (known: KnownSession) => Promise<void>] {
  const [states, setStates] = useState<ReadonlyMap<string, SessionState>>(new Map());
  const ask = async ({ session, secrets: { facilitator } }: KnownSession) => {
    if (!facilitator) return;
    const put = (state: SessionState) => setStates((before) => new Map(before).set(session, state));
    put('asking');
    put(await stateOf(facilitator));
  };
  useEffect(() => sessions.forEach((known) => void ask(known)), []);
  return [states, ask];
}
