// SPDX-License-Identifier: MIT
// After a merge the server cannot tell which support of the two questions is whose, on purpose. So each phone that supported the
// merged one supports the other by itself: at a random moment within one round, so that the network does not see who they are.
// When the other one is withdrawn, the merged question stands by itself again, and its support is brought back in the same way.
import { placeOf } from './keep/membership';
import { writeRecord } from './keep/record';
import type { Storage } from './keep/storage';
import type { ParticipantStore } from './participantStore';
import { upvoteQuestion } from './intent/upvoteQuestion';
import { standsFor } from './replica/merges';
import { effect, signal } from './signals';
import type { Id } from './wire/ids';

/** The other question was merged itself just now, or there was no room: once more, and to wherever the chain ends by then. */
const again: readonly string[] = ['unknown_question', 'disk_full', 'outbox_full'];

type Carrier = Pick<ParticipantStore, 'caughtUp' | 'welcome' | 'session' | 'replica' | 'votes' | 'own' | 'chooseVote' | 'send'>;

/** Returns how to stop. */
export function carryOver(store: Carrier, storage: Storage): () => void {
  const due = new Map<Id, ReturnType<typeof setTimeout>>();
  const marks = signal(0);  // counts what storage, which nobody can follow, has seen of marks

  /** That the support of this question went along, also when it is taken back at the other one later. */
  const markOf = (question: Id) => `${placeOf(store.welcome.peek()?.join_key ?? '')}carried.${question}`;
  const mark = (question: Id, carried: boolean) => {
    if (carried) writeRecord(storage, markOf(question), {});
    else storage.remove(markOf(question));
    marks.value += 1;
  };
  const marked = () => storage.keys().filter((key) => key.startsWith(markOf(''))).map((key) => key.slice(markOf('').length));

  /** Questions whose support has to move, there or back, and to which. When the session has ended nothing can be supported. */
  function moves(): Map<Id, Id> {
    marks.value;
    const found = new Map<Id, Id>();
    if (!store.caughtUp.value || store.session.value?.phase === 'ended') return found;
    const replica = store.replica.value;
    const carried = new Set(marked());
    for (const from of replica.merge.keys()) {
      const into = standsFor(replica, from);
      if (!carried.has(from) && isSupported(store, from) && replica.question.has(into)) found.set(from, into);
    }
    for (const id of carried) if (replica.question.has(id) && !replica.merge.has(id)) found.set(id, id);
    return found;
  }

  async function move(from: Id, into: Id): Promise<void> {
    const back = from === into;
    mark(from, !back);
    if (back ? !isSupported(store, from) : isSupported(store, into)) return;
    const outcome = await upvoteQuestion(store, into, true);
    if (!outcome.ok && again.includes(outcome.code)) mark(from, back);
  }

  const stopLooking = effect(() => {
    for (const from of moves().keys()) {
      if (due.has(from)) continue;
      due.set(from, setTimeout(() => {
        due.delete(from);
        const into = moves().get(from);
        if (into !== undefined) void move(from, into);
      }, Math.random() * (store.session.peek()?.round_ms ?? 0)));
    }
  });
  return () => {
    stopLooking();
    due.forEach((timer) => clearTimeout(timer));
  };
}

/** By a tap, or because it was asked from here: asking counts as supporting. */
const isSupported = ({ votes, own }: Carrier, question: Id): boolean => votes.value.get(question)?.up ?? isOwn(own.value, question);
const isOwn = (own: Carrier['own']['value'], question: Id): boolean =>
  own.some(({ id, state }) => id === question && state !== 'withdrawn' && state !== 'refused');
