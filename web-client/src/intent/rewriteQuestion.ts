// SPDX-License-Identifier: MIT
import type { OwnQuestion } from '../keep/ownQuestions';
import type { ParticipantStore } from '../participantStore';

/** A refused question goes back into the text field, so that no word is lost. */
export function rewriteQuestion(store: ParticipantStore, own: OwnQuestion): void {
  const { text } = store.draft.now.peek();
  store.draft.write({ text: text === '' ? own.text : `${own.text}\n${text}`, topic: own.topic });
  store.forgetOwn(own.id);
}
