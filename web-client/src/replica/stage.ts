// SPDX-License-Identifier: MIT
// Where a question from this phone is: what the phone did, laid over what the room sees. Pure.
import type { OwnQuestion } from '../keep/ownQuestions';
import type { Id } from '../wire/ids';
import { standsFor } from './merges';
import type { AskBack, Merge, Question, Receipt } from './replica';

/** Where an own question is, in the words that a person needs. */
export type Stage =
  | { readonly is: 'kept' }       // on this phone, no connection
  | { readonly is: 'sending' }
  | { readonly is: 'held'; readonly waits: number }
  | { readonly is: 'pending' }    // out of the hat, a moderator looks at it first
  | { readonly is: 'open' }
  | { readonly is: 'highlighted'; readonly tooLate: boolean }
  | { readonly is: 'answered'; readonly tooLate: boolean }
  | { readonly is: 'merged'; readonly into: Id }
  | { readonly is: 'hidden'; readonly reason: string }  // a moderator refused it
  | { readonly is: 'withdrawing' }
  | { readonly is: 'withdrawn' }
  | { readonly is: 'gone' }       // was out and is no more
  | { readonly is: 'refused' };   // the server did not take it

export interface Room {
  readonly question: ReadonlyMap<Id, Pick<Question, 'state'>>;
  readonly receipt: ReadonlyMap<string, Pick<Receipt, 'state' | 'waits' | 'reason'>>;
  readonly merge: ReadonlyMap<Id, Merge>;
}

export function stageOf(own: OwnQuestion, room: Room, connected: boolean): Stage {
  if (own.state === 'withdrawn') return { is: 'withdrawn' };
  if (own.state === 'refused') return { is: 'refused' };
  if (own.withdrawing) return { is: 'withdrawing' };
  const seen = room.question.get(own.id);
  if (seen?.state === 'highlighted' || seen?.state === 'answered') return { is: seen.state, tooLate: own.code === 'too_late' };
  if (seen) return { is: 'open' };
  if (room.merge.has(own.id)) return { is: 'merged', into: standsFor(room, own.id) };
  const receipt = room.receipt.get(own.receipt);
  if (receipt?.state === 'pending') return { is: 'pending' };
  if (receipt?.state === 'refused') return { is: 'hidden', reason: receipt.reason ?? '' };
  switch (own.state) {
    case 'asked': return { is: connected ? 'sending' : 'kept' };
    case 'held': return { is: 'held', waits: receipt?.waits ?? 0 };
    case 'out': return { is: 'gone' };
  }
}

/** One question per phone and round. */
export const askedInRound = (own: readonly OwnQuestion[], round: number): boolean =>
  own.some((question) => (question.state === 'held' || question.state === 'asked') && !question.withdrawing && question.round === round);

/** What its author does about something that was asked back. */
export type ReplyStage =
  | { readonly is: 'asked'; readonly place: number }
  | { readonly is: 'sent' }       // on its way, or in the hat
  | { readonly is: 'pending' }
  | { readonly is: 'hidden'; readonly reason: string };

/** `null` when nothing was asked back, or all that was is replied to. */
export function replyStageOf(own: OwnQuestion, exchanges: readonly AskBack[], receipts: Room['receipt']): ReplyStage | null {
  const last = exchanges.at(-1);
  if (last?.state !== 'asked') return null;
  const place = exchanges.length - 1;
  const ended = own.reply?.place === place ? own.reply_to_ask_back : undefined;
  if (ended === undefined || (ended !== 'waiting' && !ended.ok)) return { is: 'asked', place };
  const receipt = ended === 'waiting' ? undefined : receipts.get(ended.receipt ?? '');
  if (receipt?.state === 'pending') return { is: 'pending' };
  return receipt?.state === 'refused' ? { is: 'hidden', reason: receipt.reason ?? '' } : { is: 'sent' };
}
