// SPDX-License-Identifier: MIT
// The questions that were asked from this phone, with the secret that proves it. They lie here and nowhere else: the server
// has no authors. One record each, so that two tabs never write over one another.
import { ownKeptDaysMax, ownQuestionsMax } from '../limits';
import type { Id } from '../wire/ids';
import type { Outcome } from '../store';
import type { Lang, Params, Verdict } from '../wire/messages';
import { readRecords, writeRecord } from './record';
import type { Storage } from './storage';

/** `waiting`: on its way. */
export type Asked = Outcome | 'waiting';

export interface OwnQuestion {
  readonly id: Id;
  readonly text: string;
  readonly lang: Lang;
  readonly topic: Id | '';
  readonly secret: Id;
  /** `asked`: no reply yet. `held`: in the hat. `out`: was seen among the questions. */
  readonly state: 'asked' | 'held' | 'out' | 'withdrawn' | 'refused';
  readonly withdrawing: boolean;
  /** A moderator covered a part: `text` is what the room sees. */
  readonly redacted?: true;
  /** Why it was refused, or why it could not be withdrawn. */
  readonly code: string;
  readonly params: Params;
  readonly receipt: string;
  /** The round in which it was put into the hat. */
  readonly round: number;
  readonly rehearsal: boolean;
  readonly day: number;
  /** How the last command of this type about this question ended; absent: there was none. */
  readonly wish_hidden?: Asked;
  readonly judge_answer?: Asked;
  readonly reply_to_ask_back?: Asked;
  readonly verdict?: Verdict;
  /** To what was asked back last; what is being written as well. */
  readonly reply?: { readonly place: number; readonly text: string; readonly round: number };
}

export interface OwnQuestions {
  all(): OwnQuestion[];
  /** Also changes what is there. */
  put(question: OwnQuestion): void;
  forget(id: Id): void;
}

export function ownQuestions(storage: Storage, place: string, today: number): OwnQuestions {
  const prefix = `${place}own.`;
  const all = () => [...readRecords(storage, prefix).records.values()].map((record) => record as unknown as OwnQuestion);
  const forget = (id: Id) => storage.remove(prefix + id);
  for (const old of all()) if (old.day < today - ownKeptDaysMax) forget(old.id);
  return {
    all: () => all().sort((a, b) => b.day - a.day || b.round - a.round || (a.id < b.id ? -1 : 1)),
    put(question) {
      writeRecord(storage, prefix + question.id, question);
      // The oldest that are done with make room.
      const kept = all();
      if (kept.length > ownQuestionsMax) {
        kept.filter(({ state }) => state !== 'asked' && state !== 'held').sort((a, b) => a.day - b.day || a.round - b.round)
          .slice(0, kept.length - ownQuestionsMax).forEach(({ id }) => forget(id));
      }
    },
    forget,
  };
}
