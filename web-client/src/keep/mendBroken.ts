// SPDX-License-Identifier: MIT
// A page that died between two writes left a record that waits for a command that does not exist.
import type { ParticipantStore } from '../participantStore';

const told = ['wish_hidden', 'judge_answer', 'reply_to_ask_back'] as const;

export function mendBroken(store: Pick<ParticipantStore, 'own' | 'waiting' | 'keepOwn'>): void {
  const waiting = new Set(store.waiting().map(({ type, body }) => `${type} ${'question' in body ? body.question : ''}`));
  for (const own of store.own.peek()) {
    let mended = own;
    if (own.state === 'asked' && !waiting.has(`submit_question ${own.id}`)) mended = { ...mended, state: 'refused', code: 'unknown' };
    if (own.withdrawing && !waiting.has(`withdraw_question ${own.id}`)) mended = { ...mended, withdrawing: false };
    for (const type of told) {
      if (own[type] !== 'waiting' || waiting.has(`${type} ${own.id}`)) continue;
      const { [type]: _, ...without } = mended;
      mended = without;
    }
    if (mended !== own) store.keepOwn(mended);
  }
}
