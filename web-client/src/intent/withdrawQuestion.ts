// SPDX-License-Identifier: MIT
import type { OwnQuestion } from '../keep/ownQuestions';
import type { ParticipantStore } from '../participantStore';
import type { Outcome } from '../store';

/** Take an own question back. If asking it has not left yet, this follows on it: the server may know it all the same. */
export function withdrawQuestion(store: ParticipantStore, own: OwnQuestion): Promise<Outcome> {
  store.keepOwn({ ...own, withdrawing: true });
  return store.send('withdraw_question', { question: own.id, secret: own.secret });
}
