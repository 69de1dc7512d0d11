// SPDX-License-Identifier: MIT
import type { ParticipantStore } from '../participantStore';
import type { Outcome } from '../store';
import type { Id } from '../wire/ids';

/** Support a question, or take the support back. */
export function upvoteQuestion(store: Pick<ParticipantStore, 'chooseVote' | 'send'>, question: Id, up: boolean): Promise<Outcome> {
  const { revision } = store.chooseVote(question, up);
  return store.send('upvote_question', { question, revision, up });
}
