// SPDX-License-Identifier: MIT
// Carries out what the facilitator wants and says it aloud when it did not work. Silence means that it did: the page shows it.
import { rejectionText } from '../../i18n/common';
import type { Outcome } from '../../store';
import { say } from '../../ui/Toast';

export async function act(wish: Promise<Outcome>): Promise<boolean> {
  const outcome = await wish;
  if (!outcome.ok) say(rejectionText(outcome.code, outcome.params));
  return outcome.ok;
}
