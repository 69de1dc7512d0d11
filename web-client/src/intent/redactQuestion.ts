// SPDX-License-Identifier: MIT
import type { Outcome, Store } from '../store';
import { redactions, type Stretch } from '../text/redaction';

/** Covers these stretches of the text that the moderator saw. One command after the other: each counts on the one before. */
export async function redactQuestion(store: Store, question: string, text: string, stretches: readonly Stretch[]): Promise<Outcome> {
  for (const redaction of redactions(text, stretches)) {
    const outcome = await store.send('redact_question', { question, ...redaction });
    if (!outcome.ok) return outcome;
  }
  return { ok: true };
}
