// SPDX-License-Identifier: MIT
// The store of a phone: what every page knows, and what lies on this phone alone. Here replies meet what they were about.
import { batch, computed, effect, signal, type ReadonlySignal } from './signals';
import { keptDraft, type KeptDraft } from './keep/draft';
import { lease } from './keep/lease';
import { placeOf, rememberCode, today, tokenFor } from './keep/membership';
import { phoneOutbox } from './keep/outbox';
import { ownQuestions, type OwnQuestion } from './keep/ownQuestions';
import type { Storage } from './keep/storage';
import { votes, type Vote } from './keep/votes';
import { createStore, type Outcome, type Store } from './store';
import { participantHello } from './wire/encode';
import { makeId, type Id } from './wire/ids';
import type { Command } from './wire/messages';

export interface ParticipantStore extends Store {
  readonly draft: KeptDraft;
  /** The questions that were asked from this phone. */
  readonly own: ReadonlySignal<readonly OwnQuestion[]>;
  readonly votes: ReadonlySignal<ReadonlyMap<Id, Vote>>;
  /** False: private mode or storage refused. It works, but a reload forgets. */
  readonly persists: ReadonlySignal<boolean>;
  /** Commands that an older or newer page left and this one cannot read. */
  readonly unreadable: number;
  /** Counts the times that things of a rehearsal were thrown away while this page was open. */
  readonly rehearsalsWiped: ReadonlySignal<number>;
  /** What lies in the outbox. */
  waiting(): readonly Command[];
  keepOwn(question: OwnQuestion): void;
  forgetOwn(id: Id): void;
  chooseVote(question: Id, up: boolean): Vote;
}

export function createParticipantStore(storage: Storage, joinKey: string): ParticipantStore {
  const place = placeOf(joinKey);
  const token = tokenFor(storage, joinKey);
  const outbox = phoneOutbox(storage, place, lease(storage, place, makeId(), Date.now));
  const keptOwn = ownQuestions(storage, place, today());
  const keptVotes = votes(storage, place);

  const own = signal<readonly OwnQuestion[]>(keptOwn.all());
  const supported = signal<ReadonlyMap<Id, Vote>>(keptVotes.all());
  const persists = signal(storage.persists());
  const rehearsalsWiped = signal(0);

  const reread = () => batch(() => {
    own.value = keptOwn.all();
    supported.value = keptVotes.all();
    persists.value = storage.persists();
  });
  const keepOwn = (question: OwnQuestion) => {
    keptOwn.put(question);
    reread();
  };
  const change = (id: Id, to: { [K in keyof OwnQuestion]?: OwnQuestion[K] | undefined }) => {
    const now = keptOwn.all().find((question) => question.id === id);
    if (now) keepOwn({ ...now, ...to } as OwnQuestion);
  };

  function settled(command: Command, outcome: Outcome): void {
    const refusal = outcome.ok ? {} : { code: outcome.code, params: outcome.params };
    switch (command.type) {
      case 'submit_question':
        return change(command.body.question, outcome.ok
          ? { state: 'held', receipt: outcome.receipt ?? '', round: store.session.peek()?.round ?? 0 }
          : { state: 'refused', ...refusal });
      case 'withdraw_question':
        // What was withdrawn is gone everywhere, on this phone too.
        return change(command.body.question, outcome.ok
          ? { state: 'withdrawn', withdrawing: false, text: '', secret: '', code: '', reply: undefined }
          : { withdrawing: false, ...refusal });
      case 'upvote_question':
        if (outcome.ok) keptVotes.confirm(command.body.question, command.body.revision, command.body.up);
        else keptVotes.undo(command.body.question, command.body.revision);
        return reread();
      default:
        // What else a phone sends is about an own question, and told there.
        change((command.body as { question: Id }).question, { [command.type]: outcome });
    }
  }

  const store = createStore({
    hello: (resume) => participantHello(token, { key: joinKey }, resume),
    outbox,
    settled,
    caughtUp: forgetRehearsal,
  });

  /** Before anything that waits is sent: what was meant for a rehearsal must not land in the session that is for real. */
  function forgetRehearsal(): void {
    if (store.session.peek()?.rehearsal !== false) return;
    const rehearsed = keptOwn.all().filter((question) => question.rehearsal);
    if (rehearsed.length === 0) return;
    rehearsed.forEach(({ id }) => keptOwn.forget(id));
    keptVotes.clear();
    outbox.clear();
    rehearsalsWiped.value += 1;
    reread();
  }

  effect(() => {
    const code = store.session.value?.code;
    if (code) rememberCode(storage, joinKey, code);
  });
  effect(() => {
    const questions = store.replica.value.question;
    for (const { id, state } of own.peek()) if (questions.has(id) && state !== 'out' && state !== 'withdrawn') change(id, { state: 'out' });
  });

  const otherTab = ({ key }: StorageEvent) => {
    if (!key?.startsWith(place)) return;
    reread();
    store.flush();
  };

  return {
    ...store,
    draft: keptDraft(storage, place),
    own: computed(() => own.value),
    votes: computed(() => supported.value),
    persists, rehearsalsWiped, keepOwn,
    waiting: outbox.waiting,
    unreadable: outbox.unreadable,
    forgetOwn(id) {
      keptOwn.forget(id);
      reread();
    },
    chooseVote(question, up) {
      const vote = keptVotes.choose(question, up);
      reread();
      return vote;
    },
    start() {
      addEventListener('storage', otherTab);
      store.start();
    },
    stop() {
      removeEventListener('storage', otherTab);
      store.stop();
    },
  };
}
