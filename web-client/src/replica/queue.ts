// SPDX-License-Identifier: MIT
// The order in which the stage goes through the questions, and which of them lies in front. Pure.
import type { Question, Topic } from './replica';

export type QueueOrder = 'support' | 'topic' | 'answered';

/** Questions under one heading; without a topic: under none, or those that have none. */
export interface QueueGroup {
  readonly topic: Topic | undefined;
  readonly questions: readonly Question[];
}

/** Pinned ones first, then what most people want to hear; what is equal stays as it came out of the hat. */
const before = (a: Question, b: Question) =>
  Number(b.pinned ?? false) - Number(a.pinned ?? false) || (b.support ?? 0) - (a.support ?? 0) ||
  (b.round ?? 0) - (a.round ?? 0) || (a.place ?? 0) - (b.place ?? 0);

/** A facilitator sees more states than these; what was put aside waits for nobody. */
const belongs = ({ state, archived }: Question, order: QueueOrder): boolean =>
  order === 'answered' ? state === 'answered' : state === 'highlighted' || (state === 'open' && !archived);

export function queueOf(questions: readonly Question[], topics: readonly Topic[], order: QueueOrder): readonly QueueGroup[] {
  const queue = questions.filter((question) => belongs(question, order)).sort(before);
  if (order !== 'topic') return queue.length > 0 ? [{ topic: undefined, questions: queue }] : [];
  const known = new Set(topics.map(({ id }) => id));
  return [...topics, undefined]
    .map((topic) => ({ topic, questions: queue.filter((question) => (topic ? question.topic === topic.id : !known.has(question.topic ?? ''))) }))
    .filter((group) => group.questions.length > 0);
}

export const inOrder = (groups: readonly QueueGroup[]): readonly Question[] => groups.flatMap((group) => group.questions);

/** The one in front: what was chosen, else what is being answered, else the first. */
export const inFront = (deck: readonly Question[], chosen: string): Question | undefined =>
  deck.find(({ id }) => id === chosen) ?? deck.find(({ state }) => state === 'highlighted') ?? deck[0];

/** One on or back; at the ends it stays. */
export function beside(deck: readonly Question[], id: string, by: 1 | -1): Question | undefined {
  const at = deck.findIndex((question) => question.id === id);
  return at < 0 ? deck[0] : deck[Math.min(deck.length - 1, Math.max(0, at + by))];
}

/** What comes after an answer: by support what the room wants most, by topic the next of the same topic. `''`: whatever is first. */
export function nextAfter(groups: readonly QueueGroup[], id: string, order: QueueOrder): string {
  if (order !== 'topic') return '';
  const group = groups.find(({ questions }) => questions.some((question) => question.id === id))?.questions ?? [];
  const at = group.findIndex((question) => question.id === id);
  return (group[at + 1] ?? group[at - 1])?.id ?? '';
}
