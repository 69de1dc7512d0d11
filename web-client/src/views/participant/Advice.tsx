// SPDX-License-Identifier: MIT
// While somebody writes, in a pause: this is there already, and somebody may know you by that. Found on this phone, nothing is sent,
// nothing changes by itself, and nothing keeps anybody from sending.
import { useSignal } from '../../signals';
import { useEffect, useMemo } from '../../hooks';
import { words } from '../../i18n/participantLater';
import { upvoteQuestion } from '../../intent/upvoteQuestion';
import { adviceAfterMs, similarShownMax } from '../../limits';
import type { ParticipantStore } from '../../participantStore';
import { supports } from '../../replica/overlay';
import type { Question } from '../../replica/replica';
import { hintsOf, type Hint } from '../../text/hints';
import { prepare, similarAmong } from '../../text/similar';
import { tellOfVote } from './tellOfVote';

interface AdviceProps { store: ParticipantStore; written: string }

export function Advice({ store, written }: AdviceProps) {
  const text = usePaused(written);
  const questions = store.questions.value;
  const others = useMemo(() => prepare(questions.filter(({ state }) => state !== 'answered')), [questions]);
  const similar = useMemo(() => similarAmong(text, others, similarShownMax), [text, others]);
  return (
    <div class="advice" aria-live="polite">
      {similar.length > 0 && <Similar store={store} questions={similar} />}
      <Hints store={store} text={text} />
    </div>
  );
}

/** For what is no question, and so can be there already nowhere: only by what somebody may know you. */
export function HintsOnly({ store, written }: AdviceProps) {
  return <div class="advice" aria-live="polite"><Hints store={store} text={usePaused(written)} /></div>;
}

/** What is written, as it was in the last pause. What is emptied has nothing to be told about, pause or not. */
function usePaused(written: string): string {
  const paused = useSignal(written);
  useEffect(() => {
    const pause = setTimeout(() => { paused.value = written; }, adviceAfterMs);
    return () => clearTimeout(pause);
  }, [written]);
  return written === '' ? '' : paused.value;
}

function Hints({ store, text }: { store: ParticipantStore; text: string }) {
  const known = [store.session.value?.title, ...store.topics.value.map(({ name }) => name)].join(' ');
  const hints = useMemo(() => hintsOf(text, known), [text, known]);
  return hints.length === 0 ? null : (
    <div class="advice-part">
      <p>{words.value.hintTitle}</p>
      <ul>{hints.map((hint) => <li key={hint.kind}>{hintText(hint)}</li>)}</ul>
    </div>
  );
}

function Similar({ store, questions }: { store: ParticipantStore; questions: readonly Question[] }) {
  const text = words.value;
  const vote = (id: string) => tellOfVote(store, true, upvoteQuestion(store, id, true));
  return (
    <div class="advice-part">
      <p>{text.similarTitle}</p>
      <ul class="advice-similar">
        {questions.map(({ id, text: asked, lang }) => (
          <li key={id}>
            <span id={`similar-${id}`} lang={lang} dir="auto">{asked}</span>
            {supports(id, store.votes.value)
              ? <b>{text.similarVoted}</b>
              : <button type="button" class="button" aria-describedby={`similar-${id}`} onClick={() => vote(id)}>{text.similarVote}</button>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function hintText({ kind, what }: Hint): string {
  const text = words.value;
  switch (kind) {
    case 'name': return text.hintName(what);
    case 'date': return text.hintDate(what);
    case 'amount': return text.hintAmount(what);
    case 'only': return text.hintOnly(what);
    case 'quote': return text.hintQuote(what);
  }
}
