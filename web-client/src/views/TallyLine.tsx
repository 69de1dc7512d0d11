// SPDX-License-Identifier: MIT
// The public tally in one line. Zeros stand there too: that nothing was refused is what the room wants to know.
import { number } from '../i18n/index';
import { tally } from '../i18n/tally';
import type { Store } from '../store';
import type { refusedWhy } from './refusedWhy';

/** @param why not yet there on a desk that nobody has touched */
export function TallyLine({ store, why }: { store: Store; why: typeof refusedWhy | undefined }) {
  const words = tally.value;
  const session = store.session.value;
  const counts = ['received', 'shown', 'answered', 'merged', 'refused'] as const;
  if (!session?.tally_received) return null;
  const reasons = why?.(session);
  return (
    <section class="tally-line" aria-label={words.tally}>
      <dl>
        {counts.map((count) => (
          <div key={count}>
            <dt>{words[count]}{count === 'refused' && reasons && ':'}</dt> <dd class="number">{number(session[`tally_${count}`] ?? 0)}</dd>
            {count === 'refused' && reasons && <dd class="tally-why">{reasons}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}
