// SPDX-License-Identifier: MIT
// One question on the desk: text, topic, support, and what can be done with it in its state.
import { facilitator } from '../../i18n/facilitator';
import { reopenQuestion } from '../../intent/reopenQuestion';
import type { Question, Topic } from '../../replica/replica';
import type { Store } from '../../store';
import { act } from './act';
import { Support } from './Support';
import { finish, show } from './wishes';

export function QuestionNote({ store, question, topic }: { store: Store; question: Question; topic: Topic | undefined }) {
  const words = facilitator.value;
  const text = question.text ?? '';
  const highlighted = question.state === 'highlighted';
  return (
    <li class={`note question ${question.state ?? ''}`} data-id={question.id} tabIndex={-1}>
      <Support count={question.support ?? 0} />
      <div class="question-words">
        <p lang={question.lang}>{text}</p>
        {topic && <p class="small quiet" lang={topic.lang}>{topic.name}</p>}
      </div>
      <div class="question-actions">
        {highlighted
          ? <span class="on-screen">{words.onScreen}</span>
          : <button type="button" class="button" aria-label={words.showLabel(text)} onClick={() => void show(store, question.id)}>{words.show}</button>}
        {question.state === 'answered'
          ? <button type="button" class="button plain" aria-label={words.reopenLabel(text)} onClick={() => void act(reopenQuestion(store, question.id))}>{words.reopen}</button>
          : <button type="button" class="button plain" aria-label={words.answeredLabel(text)} onClick={() => void finish(store, question.id)}>{words.answered}</button>}
      </div>
    </li>
  );
}
