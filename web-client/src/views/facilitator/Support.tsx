// SPDX-License-Identifier: MIT
import { facilitator } from '../../i18n/facilitator';
import { number } from '../../i18n/index';

/** How many support a question: the number, and under it what the number is. */
export function Support({ count }: { count: number }) {
  return (
    <span class="support-count">
      <b class="number">{number(count)}</b> <span>{facilitator.value.support}</span>
    </span>
  );
}
