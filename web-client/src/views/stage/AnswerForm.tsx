// SPDX-License-Identifier: MIT
// The answer card: what was answered, what was promised, in what role, when. Whoever writes it often sits beside the speaker, so
// role and day stand there already from the card before.
import { useState } from 'preact/hooks';
import { common, rejectionText } from '../../i18n/common';
import { isoDay } from '../../i18n/days';
import { lang } from '../../i18n/index';
import { stage } from '../../i18n/stage';
import { writeAnswer } from '../../intent/writeAnswer';
import { answerRoleBytesMax, answerTextBytesMax } from '../../limits';
import { signal } from '../../signals';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { bytesOf, TextArea } from '../../ui/TextArea';
import { say } from '../../ui/Toast';
import { Resumed } from './Resumed';
import { useDraft, type Drafts } from './useDraft';

/** As it was written last on this page. */
const lastRole = signal('');

interface Card { text: string; promise: string; role: string; day: string }
const drafts: Drafts<Card> = new Map();

export function AnswerForm({ store, question, onClose }: { store: Store; question: string; onClose: () => void }) {
  const words = stage.value;
  const of = store.replica.value.question.get(question);
  const before = store.replica.value.answer.get(question);
  const draft = useDraft(drafts, store, question, {
    text: before?.text ?? '', promise: before?.promise ?? '', role: before?.role ?? lastRole.peek(), day: before?.day || isoDay(new Date()),
  });
  const { text, promise, role, day } = draft.value;
  const [problem, setProblem] = useState('');
  const type = (typed: Partial<Card>) => {
    draft.write({ ...draft.value, ...typed });
    setProblem('');
  };
  const roleIsLong = bytesOf(role.trim()) > answerRoleBytesMax;
  const fits = bytesOf(text.trim()) <= answerTextBytesMax && bytesOf(promise.trim()) <= answerTextBytesMax && !roleIsLong;

  const write = async (card: { text: string; promise: string; role: string }, said: string) => {
    // A text that nobody touched stays in the language in which it was written.
    const language = before?.lang && card.text === before.text && card.promise === before.promise ? before.lang : lang.value;
    const outcome = await writeAnswer(store, question, { ...card, text: { lang: language, text: card.text }, day: day || isoDay(new Date()) });
    if (!outcome.ok) return setProblem(rejectionText(outcome.code, outcome.params));
    draft.drop();
    onClose();
    say(said);
  };
  const save = async () => {
    if (!fits) return;
    const card = { text: text.trim(), promise: promise.trim(), role: role.trim() };
    if (!card.text && !card.promise) return setProblem(words.cardEmpty);
    lastRole.value = card.role;
    await write(card, words.saidCard);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void save();
  };
  const send = () => void save();
  const close = () => {
    if (drafts.has(question)) say(words.saidUnsaved);
    onClose();
  };
  return (
    <Dialog title={words.answerCard} closeLabel={common.value.close} class="sheet stage-form" onClose={close}>
      <p class="stage-form-question" lang={of?.lang} dir="auto">{of?.text}</p>
      <Resumed draft={draft} />
      <form onSubmit={onSubmit}>
        <TextArea first label={words.cardText} hint={words.cardHint} value={text} rows={4} bytesMax={answerTextBytesMax} tooLong={words.tooLong}
          onInput={(next) => type({ text: next })} onSend={send} />
        <TextArea label={words.cardPromise} hint={words.cardPromiseHint} value={promise} rows={2} bytesMax={answerTextBytesMax} tooLong={words.tooLong}
          onInput={(next) => type({ promise: next })} onSend={send} />
        <div class="stage-form-pair">
          <div class="field">
            <label for="answer-role">{words.cardRole}</label>
            <input id="answer-role" class="input" autoComplete="organization-title" value={role} aria-invalid={roleIsLong} aria-describedby="answer-role-hint"
              onInput={(event) => type({ role: event.currentTarget.value })} />
            <p class="small quiet" id="answer-role-hint">{words.cardRoleHint}</p>
            {roleIsLong && <p class="problem small" role="alert">{words.tooLong}</p>}
          </div>
          <div class="field">
            <label for="answer-day">{words.cardDay}</label>
            <input id="answer-day" class="input" type="date" value={day} onInput={(event) => type({ day: event.currentTarget.value })} />
          </div>
        </div>
        <p class="problem" role="alert">{problem}</p>
        <div class="row">
          <button type="submit" class="button primary wide">{words.save}</button>
          {before && (
            <button type="button" class="button plain" onClick={() => void write({ text: '', promise: '', role: '' }, words.saidCardGone)}>{words.cardRemove}</button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
