// SPDX-License-Identifier: MIT
// What a copy brings along and the form does not ask: set at the desk of the new session, before anyone is shown the way in.
import { atDesk } from '../../intent/atDesk';
import { setKeepDays } from '../../intent/setKeepDays';
import { setWordList } from '../../intent/setWordList';
import type { Outcome } from '../../store';
import type { Draft } from './draft';

/** Done already: without effect. */
export async function bringRest(secret: string, { wordList, keepDays }: Draft): Promise<Outcome> {
  if (wordList === undefined && keepDays === undefined) return { ok: true };
  return atDesk(secret, async (desk) => {
    const listed: Outcome = wordList === undefined ? { ok: true } : await setWordList(desk, wordList);
    return listed.ok && keepDays !== undefined ? setKeepDays(desk, keepDays) : listed;
  });
}
