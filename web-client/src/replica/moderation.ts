// SPDX-License-Identifier: MIT
// What a moderator sees of the replica, in four sections, and what can be done with each thing there. Pure. Nothing here knows who
// asked or what came first: the order is that of the hat.
import type { AskBack, Question } from './replica';

export type Section = 'waiting' | 'shown' | 'refused' | 'aside';
export const sections: readonly Section[] = ['waiting', 'shown', 'refused', 'aside'];

/** A reply to something asked back, with the question that it belongs to. */
export interface Reply { readonly askBack: AskBack; readonly question: Question; readonly place: number }
export type Item = { readonly id: string; readonly question: Question; readonly reply?: Reply };

export type Deed = 'approve' | 'holdBack' | 'refuse' | 'restore' | 'redact' | 'label' | 'pin' | 'archive' | 'merge' | 'undoMerge';

const deeds: Readonly<Record<NonNullable<Question['state']>, readonly Deed[]>> = {
  pending: ['approve', 'refuse', 'merge', 'redact', 'label', 'pin', 'archive'],
  open: ['refuse', 'merge', 'redact', 'label', 'pin', 'archive', 'holdBack'],
  highlighted: ['refuse', 'redact', 'label', 'pin'],
  answered: ['refuse', 'redact', 'label', 'pin', 'archive'],
  refused: ['restore', 'redact', 'label', 'archive'],
  merged: ['undoMerge', 'redact', 'label'],
};

/** Whether the server would do it, as far as this page knows. A question that was put aside is taken back before anything else. */
export function can(question: Question, deed: Deed): boolean {
  if (!question.state || !deeds[question.state].includes(deed)) return false;
  if (deed === 'undoMerge') return question.told !== true;
  return question.archived !== true || deed === 'archive' || deed === 'redact' || deed === 'label' || deed === 'refuse';
}

/** What can be done with all of several at once, each of them allowing it. */
export function canAll(questions: readonly Question[], deed: Deed): boolean {
  return questions.length > 0 && questions.every((question) => can(question, deed));
}

export function sectionOf({ state, archived }: Question): Section {
  if (archived || state === 'merged') return 'aside';
  return state === 'pending' ? 'waiting' : state === 'refused' ? 'refused' : 'shown';
}

/** As they came out of the hat, oldest round first: what comes is added at the end, and nothing jumps under a finger. */
const byHat = (a: Question, b: Question) => (a.round ?? 0) - (b.round ?? 0) || (a.place ?? 0) - (b.place ?? 0);

/** What asks for a look first: a wish to hide it, then what the room looks at, then what is pinned; what was answered last. */
const rank = ({ hiding_wished, state, pinned }: Question) =>
  hiding_wished ? 0 : state === 'highlighted' ? 1 : state === 'answered' ? 4 : pinned ? 2 : 3;
const byRank = (a: Question, b: Question) => rank(a) - rank(b) || (b.support ?? 0) - (a.support ?? 0) || byHat(a, b);

interface Room { readonly question: ReadonlyMap<string, Question>; readonly ask_back: ReadonlyMap<string, AskBack> }

export function itemsOf(room: Room): Readonly<Record<Section, readonly Item[]>> {
  const found: Record<Section, Question[]> = { waiting: [], shown: [], refused: [], aside: [] };
  for (const question of room.question.values()) found[sectionOf(question)].push(question);
  const asItems = (questions: Question[], order: (a: Question, b: Question) => number): Item[] =>
    questions.sort(order).map((question) => ({ id: question.id, question }));
  const replies = repliesOf(room);
  const inState = (state: AskBack['state']) => replies.filter(({ reply }) => reply?.askBack.state === state);
  return {
    // The stage waits for a reply, so it stands before the questions.
    waiting: [...inState('pending'), ...asItems(found.waiting, byHat)],
    shown: asItems(found.shown, byRank),
    refused: [...asItems(found.refused, byHat), ...inState('refused')],
    aside: asItems(found.aside, byHat),
  };
}

/** All ask-backs, by the question they belong to, which is the part of the id before the dot. */
function repliesOf({ question: questions, ask_back }: Room): Item[] {
  return [...ask_back.values()].flatMap((askBack) => {
    const dot = askBack.id.lastIndexOf('.');
    const question = questions.get(askBack.id.slice(0, dot));
    return question ? [{ id: askBack.id, question, reply: { askBack, question, place: Number(askBack.id.slice(dot + 1)) } }] : [];
  }).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Questions that this one could be merged into. */
export const targetsOf = (question: Question, all: Iterable<Question>): Question[] =>
  [...all].filter(({ id, state, archived }) => id !== question.id && !archived && (state === 'open' || state === 'highlighted'));
