// SPDX-License-Identifier: MIT
import type { ParticipantStore } from '../participantStore';
import type { Id } from '../wire/ids';

/** Wipe an own question from this phone. In the room nothing changes; only the proof that it came from here is gone. */
export const forgetQuestion = (store: ParticipantStore, question: Id): void => store.forgetOwn(question);
