// SPDX-License-Identifier: MIT
// What was asked back about a question, in order, with the replies that came out. Pure.
import type { AskBack, Replica } from './replica';

export function exchangesOf(replica: Pick<Replica, 'ask_back'>, question: string): readonly AskBack[] {
  const place = (id: string) => Number(id.slice(question.length + 1));
  return [...replica.ask_back.values()]
    .filter(({ id }) => id.startsWith(`${question}.`))
    .sort((a, b) => place(a.id) - place(b.id));
}
