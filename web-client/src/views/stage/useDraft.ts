// SPDX-License-Identifier: MIT
// What is being typed about a question stays on this page until it is saved or thrown away: another desk that moves the stage on, the
// key Escape and a finger beside the form lose none of it. In memory only, as whoever takes this tablet next may not read it.
import { useState } from 'preact/hooks';
import type { Store } from '../../store';

/** By question. One for each form, as long as the page. */
export type Drafts<T> = Map<string, T>;

interface Draft<T> {
  readonly value: T;
  /** It was here already when the form opened, and so differs from what was saved. */
  readonly resumed: boolean;
  write(next: T): void;
  /** Saved or not wanted: what was saved stands there again. */
  drop(): void;
}

export function useDraft<T>(drafts: Drafts<T>, store: Store, question: string, saved: T): Draft<T> {
  const [resumed, setResumed] = useState(drafts.has(question));
  const [value, setValue] = useState(drafts.get(question) ?? saved);
  const drop = () => {
    drafts.delete(question);
    setResumed(false);
    setValue(saved);
  };
  const write = (next: T) => {
    // What was typed about a question that is gone has nowhere to go.
    for (const id of drafts.keys()) if (!store.replica.peek().question.has(id)) drafts.delete(id);
    if (JSON.stringify(next) === JSON.stringify(saved)) drafts.delete(question);
    else drafts.set(question, next);
    setValue(next);
  };
  return { value, resumed, write, drop };
}
