// SPDX-License-Identifier: MIT
import type { OwnQuestion } from '../keep/ownQuestions';
import type { ParticipantStore } from '../participantStore';
import type { Outcome } from '../store';
import type { Verdict } from '../wire/messages';

/** Say whether an own question was answered. The last word counts. */
export function judgeAnswer(store: ParticipantStore, own: OwnQuestion, verdict: Verdict): Promise<Outcome> {
  store.keepOwn({ ...own, verdict, judge_answer: 'waiting' });
  return store.send('judge_answer', { question: own.id, verdict, secret: own.secret });
}
