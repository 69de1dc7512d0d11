// SPDX-License-Identifier: MIT
// After a merge the server cannot tell which support of the two questions is whose, on purpose. So each phone that supported the
// merged one supports the other by itself: at a random moment within one round, so that the network does not see who they are.
import type { ParticipantStore } from './participantStore';
import { upvoteQuestion } from './intent/upvoteQuestion';
import { standsFor } from './replica/merges';
import { effect } from './signals';
import type { Id } from './wire/ids';

/** The other question was merged itself just now, or there was no room: once more, and to wherever the chain ends by then. */
const again: readonly string[] = ['unknown_question', 'disk_full', 'outbox_full'];

type Carrier = Pick<ParticipantStore, 'caughtUp' | 'session' | 'replica' | 'votes' | 'own' | 'chooseVote' | 'send'>;

/** Returns how to stop. */
export function carryOver(store: Carrier): () => void {
  const due = new Map<Id, ReturnType<typeof setTimeout>>();
  const stopLooking = effect(() => {
    if (!store.caughtUp.value) return;
    for (const from of toCarry(store)) {
      if (due.has(from)) continue;
      due.set(from, setTimeout(() => {
        due.delete(from);
        if (toCarry(store).includes(from)) void carry(store, from);
      }, Math.random() * (store.session.peek()?.round_ms ?? 0)));
    }
  });
  return () => {
    stopLooking();
    due.forEach((timer) => clearTimeout(timer));
  };
}

/** The merged questions that this phone supports and whose other one is there. When the session has ended nothing can be supported. */
function toCarry(store: Carrier): Id[] {
  if (store.session.value?.phase === 'ended') return [];
  const replica = store.replica.value;
  return [...replica.merge.keys()].filter((from) => isSupported(store, from) && replica.question.has(standsFor(replica, from)));
}

/** By a tap, or because it was asked from here: asking counts as supporting. */
const isSupported = ({ votes, own }: Carrier, question: Id): boolean =>
  votes.value.get(question)?.up ?? isOwn({ own }, question);
const isOwn = ({ own }: Pick<Carrier, 'own'>, question: Id): boolean =>
  own.value.some(({ id, state }) => id === question && state !== 'withdrawn' && state !== 'refused');

async function carry(store: Carrier, from: Id): Promise<void> {
  const into = standsFor(store.replica.peek(), from);
  // The mark that it was carried, and the reason that taking back the support of the other one stays taken back.
  store.chooseVote(from, false);
  if (isSupported(store, into)) return;
  const outcome = await upvoteQuestion(store, into, true);
  if (!outcome.ok && again.includes(outcome.code)) store.chooseVote(from, true);
}
