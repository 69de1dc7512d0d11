// SPDX-License-Identifier: MIT
// Where a question is written. What is typed is kept at each stroke.
import { signal } from '../../signals';
import { useEffect, useElement } from '../../hooks';
import { countdown } from '../../i18n/index';
import { words as firstWords } from '../../i18n/participant';
import { words } from '../../i18n/participantLater';
import { rejectionText } from '../../i18n/rejections';
import { askQuestion, oneParagraph } from '../../intent/askQuestion';
import { rewriteQuestion } from '../../intent/rewriteQuestion';
import type { ParticipantStore } from '../../participantStore';
import { askedInRound } from '../../replica/stage';
import { Advice } from './Advice';
import { flyToHat } from './flyToHat';
import { lengthOf } from './questionLength';
import { TopicChoice } from './TopicChoice';
import { useKeyboardRoom } from './useKeyboardRoom';

/** From here on the person is told how much is left; before that a number would only be noise. */
const countFrom = 80;

/** Why the last question came back. Outlives the field, which is closed while the answer is under way. */
const problem = signal('');

interface ComposerProps { store: ParticipantStore; openedByHand: boolean; onClose: () => void; onReopen: () => void }

export function Composer({ store, openedByHand, onClose, onReopen }: ComposerProps) {
  const text = words.value;
  const draft = store.draft.now.value;
  const field = useElement<HTMLTextAreaElement>();
  useKeyboardRoom();

  // Whoever opens it wants to write; whoever finds half a question on arrival does not want a keyboard in the face.
  useEffect(() => { if (openedByHand || problem.peek() !== '') field.current?.focus(); }, []);

  const asked = askedInRound(store.own.value, store.session.value?.round ?? 0);
  const written = oneParagraph(draft.text);
  const length = lengthOf(written);
  const tooLong = length.tooManyBytes ? text.tooManyBytes : text.tooMany(-length.left);

  const close = () => {
    problem.value = '';
    onClose();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (asked) return;
    problem.value = written === '' ? text.empty : length.fits ? '' : tooLong;
    if (problem.value !== '') return field.current?.focus();
    flyToHat(field.current!);
    const id = askQuestion(store, (outcome) => {
      const refused = store.own.peek().find((question) => question.id === id);
      if (outcome.ok || !refused || store.draft.now.peek().text !== '') return;
      // Back where it was written, with the reason: nothing is lost, and what to do is under the thumb.
      rewriteQuestion(store, refused);
      problem.value = outcome.code === 'outbox_full' ? words.value.outboxFull : rejectionText(outcome.code, outcome.params);
      onReopen();
    });
    close();
  };

  return (
    <form class="dock is-open" onSubmit={submit} noValidate onKeyDown={(event) => { if (event.key === 'Escape') close(); }}>
      <div class="dock-head">
        <label for="question">{text.writeQuestion}</label>
        <button type="button" class="button plain" onClick={close}>{text.askClose}</button>
      </div>
      <textarea id="question" ref={field} class="input dock-field" rows={3} placeholder={text.placeholder} value={draft.text}
        aria-invalid={problem.value !== '' || !length.fits ? 'true' : undefined} aria-describedby="question-problem question-left"
        onInput={(event) => {
          store.draft.write({ text: event.currentTarget.value });
          problem.value = '';
        }} />
      <p id="question-problem" class="problem" role="alert">{problem.value}</p>
      <p id="question-left" class={`dock-left small number ${length.fits ? 'quiet' : 'problem'}`} aria-live="polite">
        {!length.fits ? tooLong : length.left <= countFrom ? text.left(length.left) : ''}
      </p>
      <Advice store={store} written={written} />
      <TopicChoice store={store} />
      {store.session.value?.moderation && <p class="quiet small">{text.moderated}</p>}
      <AskButton store={store} asked={asked} />
    </form>
  );
}

function AskButton({ store, asked }: { store: ParticipantStore; asked: boolean }) {
  const left = asked ? store.roundLeftMs.value : null;
  return (
    <button class="button primary wide number" aria-disabled={asked}>
      {!asked ? firstWords.value.ask : left === null ? words.value.nextWhenLive : words.value.nextSoon(countdown(left))}
    </button>
  );
}
