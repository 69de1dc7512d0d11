// SPDX-License-Identifier: MIT
// What became of everything that came out of the hat, and whether those who asked found it answered.
import { number } from '../../i18n/index';
import { reasonText } from '../../i18n/reasons';
import { results as catalogue } from '../../i18n/results';
import type { ResultsAnswer } from '../../wire/messages';

export function Tally({ results: { tally, judged } }: { results: ResultsAnswer }) {
  const words = catalogue.value;
  const refused = tally.refused.reduce((sum, [, count]) => sum + count, 0);
  const became = [
    [words.received, tally.received], [words.shown, tally.shown], [words.answeredCount, tally.answered],
    [words.merged, tally.merged], [words.refused, refused],
  ] as const;
  return (
    <section class="results-tally" aria-labelledby="tally">
      <h2 id="tally">{words.tally}</h2>
      <p class="quiet">{words.tallyHint}</p>
      <Counts counts={became} />
      {refused > 0 && (
        <>
          <h3>{words.refusedWhy}</h3>
          <ul class="tally-reasons">
            {tally.refused.filter(([, count]) => count > 0).map(([reason, count]) => (
              <li key={reason}><b class="number">{number(count)}</b> {reasonText(reason)}</li>
            ))}
          </ul>
        </>
      )}
      {judged && (
        <>
          <h3>{words.judged}</h3>
          <p class="quiet">{words.judgedHint(judged.yes + judged.partly + judged.no)}</p>
          <Counts counts={[[words.yes, judged.yes], [words.partly, judged.partly], [words.no, judged.no]]} />
        </>
      )}
    </section>
  );
}

function Counts({ counts }: { counts: readonly (readonly [label: string, count: number])[] }) {
  return (
    <dl class="counts">
      {counts.map(([label, count]) => <div key={label}><dt>{label}</dt><dd class="number">{number(count)}</dd></div>)}
    </dl>
  );
}
