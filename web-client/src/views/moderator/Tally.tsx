// SPDX-License-Identifier: MIT
// What became of everything that came out of the hat: the same numbers that the room sees, so that moderation happens in the open.
import { useId } from 'preact/hooks';
import { number } from '../../i18n/index';
import { moderator } from '../../i18n/moderator';
import { allReasons, reasonText } from '../../i18n/reasons';
import type { Store } from '../../store';

export function Tally({ store }: { store: Store }) {
  const words = moderator.value;
  const session = store.session.value;
  const heading = useId();
  const lines: [label: string, count: number][] = [
    [words.tallyReceived, session?.tally_received ?? 0], [words.tallyShown, session?.tally_shown ?? 0],
    [words.tallyAnswered, session?.tally_answered ?? 0], [words.tallyMerged, session?.tally_merged ?? 0],
    [words.tallyRefused, session?.tally_refused ?? 0],
  ];
  const why = allReasons.map((reason) => [reason, session?.[`refused_${reason}`] ?? 0] as const).filter(([, count]) => count > 0);
  return (
    <section class="tally" aria-labelledby={heading}>
      <h2 id={heading} class="small quiet">{words.tally}</h2>
      <dl>
        {lines.map(([label, count]) => (
          <div key={label}><dt>{label}</dt><dd class="number">{number(count)}</dd></div>
        ))}
      </dl>
      {why.length > 0 && (
        <details>
          <summary class="small">{words.tallyWhy}</summary>
          <ul class="small">
            {why.map(([reason, count]) => <li key={reason}><b class="number">{number(count)}</b> {reasonText(reason)}</li>)}
          </ul>
        </details>
      )}
    </section>
  );
}
