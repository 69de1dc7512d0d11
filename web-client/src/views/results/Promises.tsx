// SPDX-License-Identifier: MIT
// Everything that was promised, in one list: the part of the page that somebody will come back to.
import { longDay } from '../../i18n/days';
import { results } from '../../i18n/results';
import { idOfPlace } from './QuestionReport';
import type { Promised } from './report';

/** By a button and not by a link: the part after # in the address is this page's secret. */
function goTo(place: number): void {
  const report = document.getElementById(idOfPlace(place));
  report?.scrollIntoView({ block: 'center' });
  report?.focus({ preventScroll: true });
}

export function Promises({ promised }: { promised: readonly Promised[] }) {
  const words = results.value;
  if (promised.length === 0) return null;
  return (
    <section class="note promises" aria-labelledby="promises">
      <h2 id="promises">{words.promises}</h2>
      <p class="quiet">{words.promisesHint(promised.length)}</p>
      <ol>
        {promised.map(({ place, question, answer }) => (
          <li key={place}>
            <p class="promise-text" lang={answer.lang} dir="auto">{answer.promise}</p>
            <p class="small quiet">{answer.role ? words.promiseBy(answer.role, longDay(answer.day)) : longDay(answer.day)}</p>
            <button type="button" class="promise-question" aria-label={words.toQuestionLabel(question.text.text)} onClick={() => goTo(place)}>
              <span lang={question.text.lang} dir="auto">{question.text.text}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
