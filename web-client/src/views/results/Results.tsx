// SPDX-License-Identifier: MIT
// What came of a session: promises first, since those are what people come back for. Reads on a phone, prints on paper.
import { useEffect, useMemo } from 'preact/hooks';
import { isoOfDayNumber, longDay } from '../../i18n/days';
import { results as catalogue } from '../../i18n/results';
import { Hat } from '../../ui/Hat';
import { Icon } from '../../ui/Icon';
import type { ResultsAnswer, ResultsTopic } from '../../wire/messages';
import { PageFoot } from '../PageFoot';
import { Promises } from './Promises';
import { QuestionReport } from './QuestionReport';
import { reportOf, type Reported } from './report';
import { Tally } from './Tally';

export function Results({ results }: { results: ResultsAnswer }) {
  const words = catalogue.value;
  const { title, phase, ended_day: ended, until_day: until, questions, topics } = results;
  const report = useMemo(() => reportOf(results), [results]);
  useEffect(() => { document.title = words.pageTitle(title.text); }, [title.text, words]);
  return (
    <div class="page results">
      <header class="page-head">
        <div class="page-way">
          <Hat size={64} />
          <button type="button" class="button results-print" onClick={() => print()}><Icon name="download" />{words.print}</button>
        </div>
        <h1 lang={title.lang} dir="auto">{title.text}</h1>
        <p class="page-lead">{words.lead}</p>
        <div class="results-days">
          <p>{words.endedOn(longDay(isoOfDayNumber(ended)))} {phase === 'ended' ? words.mayGrow : words.complete}</p>
          <p>{words.readUntil(longDay(isoOfDayNumber(until)))}</p>
        </div>
      </header>
      <main>
        {questions.length === 0 && <p class="results-nothing">{words.nothing}</p>}
        <Promises promised={report.promised} />
        <Part id="answered" title={words.answered} reported={report.answered} topics={topics} />
        <Part id="later" title={words.openAnswered} hint={words.openAnsweredHint} reported={report.answeredLater} topics={topics} />
        <Part id="open" title={words.open} hint={words.openHint} reported={report.open} topics={topics} />
        <Tally results={results} />
      </main>
      <PageFoot />
    </div>
  );
}

interface PartProps {
  id: string;
  title: string;
  hint?: string;
  reported: readonly Reported[];
  topics: readonly ResultsTopic[];
}

/** Nothing of a kind: no heading for it either. */
function Part({ id, title, hint, reported, topics }: PartProps) {
  if (reported.length === 0) return null;
  return (
    <section class="results-part" aria-labelledby={id}>
      <h2 id={id}>{title} <span class="number quiet">{reported.length}</span></h2>
      {hint !== undefined && <p class="quiet">{hint}</p>}
      <ul>
        {reported.map(({ place, question }) => (
          <QuestionReport key={place} place={place} question={question} topic={topics.find(({ id: one }) => one === question.topic)} />
        ))}
      </ul>
    </section>
  );
}
