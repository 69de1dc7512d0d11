// SPDX-License-Identifier: MIT
// One question on the desk: text, topic, support, and what can be done with it in its state.
import { facilitator } from '../../i18n/facilitator';
import { marks as marked } from '../../i18n/marks';
import { reopenQuestion } from '../../intent/reopenQuestion';
import type { Question, Topic } from '../../replica/replica';
import type { Store } from '../../store';
import { Icon } from '../../ui/Icon';
import { act } from './act';
import { questionSheet } from './overlays';
import { Support } from './Support';
import { finish, show } from './wishes';

export function QuestionNote({ store, question, topic }: { store: Store; question: Question; topic: Topic | undefined }) {
  const words = facilitator.value;
  const text = question.text ?? '';
  const highlighted = question.state === 'highlighted';
  const ended = store.session.value?.phase === 'ended';
  return (
    <li class={`note question ${question.state ?? ''}`} data-id={question.id} tabIndex={-1}>
      <Support count={question.support ?? 0} />
      <div class="question-words">
        <p lang={question.lang}>{text}</p>
        {topic && <p class="small quiet" lang={topic.lang}>{topic.name}</p>}
        <Marks store={store} question={question} />
      </div>
      <div class="question-actions">
        {!ended && (highlighted
          ? <span class="on-screen">{words.onScreen}</span>
          : <button type="button" class="button" aria-label={words.showLabel(text)} onClick={() => void show(store, question.id)}>{words.show}</button>)}
        {question.state === 'answered'
          ? <button type="button" class="button plain" aria-label={words.reopenLabel(text)} onClick={() => void act(reopenQuestion(store, question.id))}>{words.reopen}</button>
          : <button type="button" class="button plain" aria-label={words.answeredLabel(text)} onClick={() => void finish(store, question.id)}>{words.answered}</button>}
        <button type="button" class="button plain icon-only" aria-haspopup="dialog" aria-label={words.moreLabel(text)}
          onClick={() => { questionSheet.value = { is: 'more', question: question.id }; }}><Icon name="more" /></button>
      </div>
    </li>
  );
}

/** What a glance must tell: what its author or a moderator wants, and what was written down. */
function Marks({ store, question }: { store: Store; question: Question }) {
  const words = facilitator.value;
  const known = marked.value;
  const { id, pinned, redacted, hiding_wished: wished, label } = question;
  const marks = [
    wished && <span class="mark wished">{known.wished}</span>,
    pinned && <span class="mark"><Icon name="pin" />{known.pinned}</span>,
    redacted && <span class="mark">{known.redacted}</span>,
    label && <span class="mark label">{label}</span>,
    store.replica.value.answer.has(id) && <span class="mark">{words.answerWritten}</span>,
    store.replica.value.ask_back.has(`${id}.0`) && <span class="mark">{words.repliesAsked}</span>,
  ].filter(Boolean);
  return marks.length > 0 ? <p class="mod-facts">{marks}</p> : null;
}
