// SPDX-License-Identifier: MIT
// One deed on one question, whoever asks for it: a button, a key, a swipe or the menu. What needs a word from the moderator opens a
// sheet, the rest happens at once.
import { moderator } from '../../i18n/moderator';
import { can, type Deed } from '../../replica/moderation';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import type { IconName } from '../../ui/Icon';
import type { Sheet } from './sheet';
import { approve, archive, holdBack, pin, restore, unmerge } from './wishes';

export type OpenSheet = (sheet: Sheet) => void;

/** Does nothing when it cannot be done now. */
export function doDeed(store: Store, open: OpenSheet, question: Question, deed: Deed): void {
  if (!can(question, deed)) return;
  const { id } = question;
  switch (deed) {
    case 'approve': return void approve(store, [id]);
    case 'holdBack': return void holdBack(store, id);
    case 'refuse': return open({ is: 'refuse', questions: [id] });
    case 'restore': return void restore(store, [question]);
    case 'redact': return open({ is: 'redact', question: id });
    case 'label': return open({ is: 'label', question: id });
    case 'pin': return void pin(store, question);
    case 'archive': return void archive(store, [id], !question.archived);
    case 'merge': return open({ is: 'merge', question: id });
    case 'undoMerge': return void unmerge(store, id);
  }
}

export function deedName({ pinned, archived }: Question, deed: Deed): string {
  const words = moderator.value;
  if (deed === 'pin' && pinned) return words.unpin;
  if (deed === 'archive' && archived) return words.unarchive;
  return words[deed];
}

export const deedIcon: Readonly<Record<Deed, IconName>> = {
  approve: 'check', refuse: 'close', merge: 'merge', redact: 'cover', label: 'label', pin: 'pin', archive: 'aside', holdBack: 'clock',
  restore: 'back', undoMerge: 'back',
};

/** In the order of the menu. */
export const allDeeds: readonly Deed[] = [
  'approve', 'restore', 'undoMerge', 'refuse', 'merge', 'redact', 'label', 'pin', 'archive', 'holdBack',
];

/** Those that have a button of their own on the card; the rest is in its menu. */
export const deedsOnCard = (question: Question): readonly Deed[] => {
  const likely: readonly Deed[] = question.archived ? ['archive'] : ['approve', 'restore', 'undoMerge', 'refuse', 'merge'];
  return likely.filter((deed) => can(question, deed)).slice(0, 2);
};
