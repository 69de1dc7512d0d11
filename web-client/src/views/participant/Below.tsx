// SPDX-License-Identifier: MIT
// What belongs to a question besides its words: what was done to it in the open, what was asked back, and what was answered.
import { longDay } from '../../i18n/days';
import { words } from '../../i18n/participantLater';
import type { ParticipantStore } from '../../participantStore';
import { exchangesOf } from '../../replica/exchanges';
import type { Answer, AskBack, Question } from '../../replica/replica';

export function Below({ store, question }: { store: ParticipantStore; question: Question }) {
  const text = words.value;
  const replica = store.replica.value;
  const marks = [question.pinned && text.pinned, question.archived && text.archived, question.redacted && text.redacted].filter(Boolean);
  const exchanges = exchangesOf(replica, question.id);
  const answer = replica.answer.get(question.id);
  return (
    <>
      {marks.length > 0 && <p class="below-marks small">{marks.map((mark) => <span key={mark}>{mark}</span>)}</p>}
      {(exchanges.length > 0 || answer) && (
        <div class="below">
          {exchanges.map((exchange) => <Exchange key={exchange.id} exchange={exchange} />)}
          {answer && <AnswerCard answer={answer} />}
        </div>
      )}
    </>
  );
}

function Exchange({ exchange }: { exchange: AskBack }) {
  const text = words.value;
  return (
    <dl class="exchange">
      <div><dt>{text.askedBack}</dt><dd lang={exchange.lang} dir="auto">{exchange.text}</dd></div>
      <div>
        <dt>{text.replied}</dt>
        {exchange.state === 'replied'
          ? <dd lang={exchange.reply_lang || undefined} dir="auto">{exchange.reply}</dd>
          : <dd class="quiet">{text.replyWaits}</dd>}
      </div>
    </dl>
  );
}

function AnswerCard({ answer: { text, lang, promise, role, day = '' } }: { answer: Answer }) {
  const say = words.value;
  const from = [role, day && longDay(day)].filter(Boolean).join(' · ');
  return (
    <div class="answer-card">
      <dl>
        {text && <div><dt>{say.answerCard}</dt><dd lang={lang} dir="auto">{text}</dd></div>}
        {promise && <div><dt>{say.promise}</dt><dd lang={lang} dir="auto">{promise}</dd></div>}
      </dl>
      {from && <p class="small">{from}</p>}
    </div>
  );
}
