// SPDX-License-Identifier: MIT
import { words } from '../../i18n/participantLater';
import type { ParticipantStore } from '../../participantStore';
import { standsFor } from '../../replica/merges';
import type { Id } from '../../wire/ids';

/** Where a question that is gone went, if it was merged and the other one is there. */
export function joinedWith(store: ParticipantStore, question: Id): string | undefined {
  const replica = store.replica.value;
  const into = replica.question.get(standsFor(replica, question));
  return into && words.value.joinedWith(into.text ?? '');
}
