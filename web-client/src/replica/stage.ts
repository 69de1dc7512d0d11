// SPDX-License-Identifier: MIT
// Where a question from this phone is: what the phone did, laid over what the room sees. Pure.
import type { OwnQuestion } from '../keep/ownQuestions';
import type { Id } from '../wire/ids';

/** Where an own question is, in the words that a person needs. */
export type Stage =
  | { readonly is: 'kept' }       // on this phone, no connection
  | { readonly is: 'sending' }
  | { readonly is: 'held'; readonly waits: number }
  | { readonly is: 'out'; readonly tooLate: boolean }
  | { readonly is: 'withdrawing' }
  | { readonly is: 'withdrawn' }
  | { readonly is: 'gone' }       // was out and is no more
  | { readonly is: 'refused' };

export interface Room {
  readonly question: ReadonlyMap<Id, unknown>;
  readonly receipt: ReadonlyMap<string, { readonly waits?: number }>;
}

export function stageOf(own: OwnQuestion, room: Room, connected: boolean): Stage {
  if (own.state === 'withdrawn') return { is: 'withdrawn' };
  if (own.state === 'refused') return { is: 'refused' };
  if (own.withdrawing) return { is: 'withdrawing' };
  if (room.question.has(own.id)) return { is: 'out', tooLate: own.code === 'too_late' };
  switch (own.state) {
    case 'asked': return { is: connected ? 'sending' : 'kept' };
    case 'held': return { is: 'held', waits: room.receipt.get(own.receipt)?.waits ?? 0 };
    case 'out': return { is: 'gone' };
  }
}

/** One question per phone and round. */
export const askedInRound = (own: readonly OwnQuestion[], round: number): boolean =>
  own.some((question) => (question.state === 'held' || question.state === 'asked') && !question.withdrawing && question.round === round);
