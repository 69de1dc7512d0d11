// SPDX-License-Identifier: MIT
// What a moderator covered must not stay readable on the phone that it was written on: it lies about, and is looked at over a
// shoulder. So what is kept of an own question, and of the reply to what was asked back, becomes what the room sees.
import type { ParticipantStore } from '../participantStore';
import { exchangesOf } from '../replica/exchanges';
import { effect } from '../signals';

/** Returns how to stop. */
export const coverOwn = (store: Pick<ParticipantStore, 'own' | 'replica' | 'keepOwn'>): (() => void) => effect(() => {
  const replica = store.replica.value;
  for (const own of store.own.peek()) {
    if (own.state === 'withdrawn') continue;  // nothing of it is left to be covered
    let kept = own;
    const seen = replica.question.get(own.id);
    if (seen?.redacted && (!own.redacted || own.text !== seen.text)) kept = { ...kept, text: seen.text ?? '', redacted: true };
    const out = own.reply && exchangesOf(replica, own.id)[own.reply.place];
    if (own.reply && out?.state === 'replied' && out.reply !== own.reply.text) kept = { ...kept, reply: { ...own.reply, text: out.reply ?? '' } };
    if (kept !== own) store.keepOwn(kept);
  }
});
