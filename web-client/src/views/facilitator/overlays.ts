// SPDX-License-Identifier: MIT
// Which dialog stands over the desk, where what opens it and what draws it are apart: a tap that comes before the drawing is kept here.
import { signal } from '../../signals';
import type { DeskRole } from '../../wire/messages';
import type { Sheet as ModeratorSheet } from '../moderator/sheet';

export type QuestionSheet = { readonly is: 'more' | 'card' | 'ask_back'; readonly question: string } | ModeratorSheet;

export const questionSheet = signal<QuestionSheet | null>(null);
export const linkCardOpen = signal(false);
/** A link that was just made. */
export const freshLink = signal<{ role: DeskRole; label: string; secret: string } | null>(null);
