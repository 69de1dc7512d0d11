// SPDX-License-Identifier: MIT
// Where the support of a merged question goes. Pure.
import type { Id } from '../wire/ids';
import type { Replica } from './replica';

/** The last of the chain: the question that stands for this one now. The question itself when it was not merged. */
export function standsFor({ merge }: Pick<Replica, 'merge'>, question: Id): Id {
  const passed = new Set<Id>();
  let at = question;
  for (let next = merge.get(at)?.into; next && !passed.has(at); next = merge.get(at)?.into) {
    passed.add(at);
    at = next;
  }
  return at;
}
