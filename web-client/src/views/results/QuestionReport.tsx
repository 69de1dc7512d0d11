// SPDX-License-Identifier: MIT
// One question with everything that came of it: what was asked back, what was replied, what was answered and promised.
import { longDay } from '../../i18n/days';
import { results } from '../../i18n/results';
import type { ResultsQuestion, ResultsTopic } from '../../wire/messages';

/** Where the list of promises leads to. */
export const idOfPlace = (place: number): string => `question-${place}`;

interface QuestionReportProps { place: number; question: ResultsQuestion; topic: ResultsTopic | undefined }

export function QuestionReport({ place, question, topic }: QuestionReportProps) {
  const words = results.value;
  const { text, support, state, redacted, answer, exchanges } = question;
  return (
    <li class="report" id={idOfPlace(place)} tabIndex={-1}>
      <h3 lang={text.lang} dir="auto">{text.text}</h3>
      <p class="report-facts small quiet">
        <span class="number">{words.support(support)}</span>
        {topic && <span lang={topic.lang}>{topic.text}</span>}
        {redacted && <span>{words.redacted}</span>}
      </p>
      {exchanges.length > 0 && (
        <dl class="report-exchanges">
          {exchanges.map(({ asked, reply }, at) => (
            <div key={at}>
              <dt>{words.asked}</dt>
              <dd lang={asked.lang} dir="auto">{asked.text}</dd>
              {reply
                ? <><dt>{words.replied}</dt><dd lang={reply.lang} dir="auto">{reply.text}</dd></>
                : <dd class="quiet">{words.notReplied}</dd>}
            </div>
          ))}
        </dl>
      )}
      {answer ? (
        <div class="report-answer">
          {answer.text && <><h4>{words.answer}</h4><p lang={answer.lang} dir="auto">{answer.text}</p></>}
          {answer.promise && <><h4>{words.promise}</h4><p class="report-promise" lang={answer.lang} dir="auto">{answer.promise}</p></>}
          <p class="small quiet">{[answer.role, longDay(answer.day)].filter(Boolean).join(' · ')}</p>
        </div>
      ) : state === 'answered' && <p class="quiet">{words.answeredAloud}</p>}
    </li>
  );
}
