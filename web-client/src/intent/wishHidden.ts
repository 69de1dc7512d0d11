// SPDX-License-Identifier: MIT
import type { OwnQuestion } from '../keep/ownQuestions';
import type { ParticipantStore } from '../participantStore';
import type { Outcome } from '../store';

/** Ask the moderator to hide an own question that cannot be withdrawn any more. */
export function wishHidden(store: ParticipantStore, own: OwnQuestion): Promise<Outcome> {
  store.keepOwn({ ...own, wish_hidden: 'waiting' });
  return store.send('wish_hidden', { question: own.id, secret: own.secret });
}
