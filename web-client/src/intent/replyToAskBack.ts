// SPDX-License-Identifier: MIT
import { lang } from '../i18n/index';
import type { OwnQuestion } from '../keep/ownQuestions';
import type { ParticipantStore } from '../participantStore';
import type { Outcome } from '../store';
import { oneParagraph } from './askQuestion';

/** Reply to what was asked back about an own question. Goes through the hat, as the question did. */
export function replyToAskBack(store: ParticipantStore, own: OwnQuestion, place: number, written: string): Promise<Outcome> {
  const text = oneParagraph(written);
  store.keepOwn({ ...own, reply: { place, text, round: store.session.peek()?.round ?? 0 }, reply_to_ask_back: 'waiting' });
  return store.send('reply_to_ask_back', { question: own.id, place, text: { lang: lang.peek(), text }, secret: own.secret });
}
