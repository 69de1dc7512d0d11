// SPDX-License-Identifier: MIT
// Why a question was refused, in words that its author and the room can bear. The list is fixed: a moderator's own words could be
// aimed at somebody.
import type { Reason } from '../wire/messages';
import { catalogue } from './index';

/** In the order in which they are offered. */
export const allReasons: readonly Reason[] = [
  'insult', 'about_a_person', 'traceable', 'off_topic', 'unclear', 'asked_already', 'author_wished',
];

export const reasons = catalogue({
  nl: {
    insult: 'beledigend',
    about_a_person: 'gaat over één persoon',
    traceable: 'verraadt wie het vroeg',
    off_topic: 'past niet bij deze sessie',
    unclear: 'niet duidelijk',
    asked_already: 'is al gesteld',
    author_wished: 'op verzoek van wie het vroeg',
  },
  en: {
    insult: 'insulting',
    about_a_person: 'is about one person',
    traceable: 'gives away who asked',
    off_topic: 'does not fit this session',
    unclear: 'not clear',
    asked_already: 'was asked already',
    author_wished: 'at the request of whoever asked',
  },
});

/** A reason that this page does not know is left out rather than shown as a code. */
export const reasonText = (reason: string): string => (reasons.value as Readonly<Record<string, string>>)[reason] ?? '';
