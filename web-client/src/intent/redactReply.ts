// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import { redactions, type Stretch } from '../text/redaction';

/** Covers these stretches of the reply that the moderator saw, as redactQuestion does. @param place which ask-back of the question, from 0 */
export async function redactReply(store: Store, question: string, place: number, text: string, stretches: readonly Stretch[]): Promise<Outcome> {
  for (const redaction of redactions(text, stretches)) {
    const outcome = await store.send('redact_reply', { question, place, ...redaction });
    if (!outcome.ok) return outcome;
  }
  return { ok: true };
}
