// SPDX-License-Identifier: MIT
import { lang } from '../i18n/index';
import { today } from '../keep/membership';
import type { ParticipantStore } from '../participantStore';
import type { Outcome } from '../store';
import { makeId, makeSecret, type Id } from '../wire/ids';

/** A question is one paragraph: it has to fit on a projector, where a blank line is room that the letters miss. */
export const oneParagraph = (written: string): string => written.replace(/\s+/g, ' ').trim();

/**
 * Ask what is in the draft. It is on the phone from this moment, and leaves as soon as it can.
 * @param ended hears how it went, if this page is still there by then
 */
export function askQuestion(store: ParticipantStore, ended: (outcome: Outcome) => void): Id {
  const { text: written, topic } = store.draft.now.peek();
  const text = oneParagraph(written);
  const session = store.session.peek();
  const question = makeId();
  const secret = makeSecret();
  const language = lang.peek();
  store.keepOwn({
    id: question, text, lang: language, topic, secret, state: 'asked', withdrawing: false, code: '', params: {}, receipt: '',
    round: session?.round ?? 0, rehearsal: session?.rehearsal ?? false, day: today(),
  });
  store.draft.write({ text: '', topic: '' });
  void store.send('submit_question', { question, topic, text: { lang: language, text }, secret }).then(ended);
  return question;
}
