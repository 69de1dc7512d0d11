// SPDX-License-Identifier: MIT
// The one large button in the thumb's reach, and the field that opens above it. What is typed is kept at each stroke.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { countdown } from '../../i18n/index';
import { rejectionText } from '../../i18n/common';
import { words } from '../../i18n/participant';
import { askQuestion, oneParagraph } from '../../intent/askQuestion';
import { rewriteQuestion } from '../../intent/rewriteQuestion';
import type { ParticipantStore } from '../../participantStore';
import { askedInRound } from '../../replica/overlay';
import { flyToHat } from './flyToHat';
import { lengthOf } from './questionLength';
import { TopicChoice } from './TopicChoice';
import { useKeyboardRoom } from './useKeyboardRoom';

/** From here on the person is told how much is left; before that a number would only be noise. */
const countFrom = 80;

export function Dock({ store }: { store: ParticipantStore }) {
  const text = words.value;
  const draft = store.draft.now.value;
  const open = useSignal(draft.text !== '' || store.questions.peek().length === 0);
  const problem = useSignal('');
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const byHand = useRef(false);
  useKeyboardRoom();

  // Whoever opens it wants to write; whoever finds it open on arrival does not want a keyboard in the face.
  useEffect(() => {
    if (!byHand.current) return;
    (open.value ? field.current : opener.current)?.focus();
  }, [open.value]);

  const show = (wanted: boolean) => {
    byHand.current = true;
    problem.value = '';
    open.value = wanted;
  };

  const asked = askedInRound(store.own.value, store.session.value?.round ?? 0);
  const length = lengthOf(oneParagraph(draft.text));

  const submit = (event: Event) => {
    event.preventDefault();
    if (asked) return;
    const written = oneParagraph(draft.text);
    problem.value = written === '' ? text.empty : !length.fits ? (length.tooManyBytes ? text.tooManyBytes : text.tooMany(-length.left)) : '';
    if (problem.value !== '') return field.current?.focus();
    flyToHat(field.current!);
    const id = askQuestion(store, (outcome) => {
      const refused = store.own.peek().find((question) => question.id === id);
      if (outcome.ok || !refused || store.draft.now.peek().text !== '') return;
      // Back where it was written, with the reason: nothing is lost, and what to do is under the thumb.
      rewriteQuestion(store, refused);
      show(true);
      problem.value = outcome.code === 'outbox_full' ? words.value.outboxFull : rejectionText(outcome.code, outcome.params);
    });
    if (store.draft.now.peek().text === '') show(false);
  };

  if (!open.value) {
    return (
      <div class="dock">
        <button ref={opener} type="button" class="button primary wide" onClick={() => show(true)}>{text.ask}</button>
      </div>
    );
  }
  return (
    <form class="dock is-open" onSubmit={submit} noValidate>
      <div class="dock-head">
        <label for="question">{text.writeQuestion}</label>
        {store.questions.value.length > 0 && <button type="button" class="button plain" onClick={() => show(false)}>{text.askClose}</button>}
      </div>
      <textarea id="question" ref={field} class="input dock-field" rows={3} placeholder={text.placeholder} value={draft.text}
        aria-invalid={problem.value !== '' || !length.fits ? 'true' : undefined} aria-describedby="question-problem question-left"
        onInput={(event) => {
          store.draft.write({ text: event.currentTarget.value });
          problem.value = '';
        }} />
      <p id="question-problem" class="problem" role="alert">{problem.value}</p>
      <p id="question-left" class={`dock-left small number ${length.fits ? 'quiet' : 'problem'}`} aria-live="polite">
        {length.tooManyBytes ? text.tooManyBytes : length.left < 0 ? text.tooMany(-length.left) : length.left <= countFrom ? text.left(length.left) : ''}
      </p>
      <TopicChoice store={store} />
      <AskButton store={store} asked={asked} />
    </form>
  );
}

function AskButton({ store, asked }: { store: ParticipantStore; asked: boolean }) {
  const text = words.value;
  const left = asked ? store.roundLeftMs.value : null;
  return (
    <button class="button primary wide number" aria-disabled={asked}>
      {!asked ? text.ask : left === null ? text.nextWhenLive : text.nextSoon(countdown(left))}
    </button>
  );
}
