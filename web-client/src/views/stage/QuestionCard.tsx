// SPDX-License-Identifier: MIT
// The question in front, in reading size, and everything that hangs on it. A swipe brings the next one.
import { useLayoutEffect } from 'preact/hooks';
import { stage } from '../../i18n/stage';
import { askBacksMax } from '../../limits';
import { exchangesOf } from '../../replica/exchanges';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { useSwipe } from '../../ui/swipe';
import { Answer } from './Answer';
import { Exchanges } from './Exchanges';
import { noteDrafts, SpeakerNote } from './SpeakerNote';
import { backToQueue, reopen } from './wishes';

interface QuestionCardProps {
  store: Store;
  question: Question;
  deck: readonly Question[];
  /** From which side it came. */
  way: 1 | -1;
  onMove: (by: 1 | -1) => void;
  onWriteCard: () => void;
  onAskBack: () => void;
  writesNote: boolean;
  onWriteNote: (writes: boolean) => void;
}

const moveMs = 260;
/** From here on a text in the largest size is a wall. */
const longText = 150;

export function QuestionCard({ store, question, deck, way, onMove, onWriteCard, onAskBack, writesNote, onWriteNote }: QuestionCardProps) {
  const words = stage.value;
  const { id, state, text = '', support = 0 } = question;
  const phase = store.session.value?.phase;
  const topic = store.topics.value.find((one) => one.id === question.topic);
  const at = deck.findIndex((one) => one.id === id);
  const exchanges = exchangesOf(store.replica.value, id);
  const answer = store.replica.value.answer.get(id);
  const card = useSwipe<HTMLElement>((swiped) => onMove(swiped === 'left' ? 1 : -1));
  useLayoutEffect(() => {
    bringToTop(card.current);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    card.current?.animate([{ opacity: 0, transform: `translateX(${way * 40}px)` }, {}], { duration: moveMs, easing: 'cubic-bezier(.2, .7, .2, 1)' });
  }, [id]);
  const noteLabel = noteDrafts.has(id) ? words.resumeNote : question.note ? words.changeNote : words.writeNote;
  const label = state === 'highlighted' ? words.now : state === 'answered' ? words.answeredState : phase === 'ended' ? words.stillOpen : words.waiting;
  return (
    <article ref={card} class={`note stage-card ${state ?? ''}`} aria-labelledby="in-front" data-question={id}>
      <header class="stage-card-head">
        <h2 id="in-front">{label}</h2>
        {topic && <p lang={topic.lang}>{topic.name}</p>}
        {at >= 0 && <p class="stage-place number">{words.place(at + 1, deck.length)}</p>}
      </header>
      <p class={`stage-question ${text.length > longText ? 'long' : ''}`} lang={question.lang} dir="auto" aria-live="polite">{text}</p>
      <p class="stage-facts">
        <span><b class="number">{support}</b> {words.supportWord}</span>
        {question.pinned && <span>{words.pinned}</span>}
        {question.label && <span class="stage-label-tag">{question.label}</span>}
        {question.redacted && <span class="quiet">{words.redacted}</span>}
      </p>
      <Exchanges exchanges={exchanges} />
      {answer && <Answer answer={answer} />}
      <SpeakerNote key={id} store={store} question={question} writes={writesNote} onWrite={onWriteNote} />
      <div class="stage-actions">
        {phase !== 'lobby' && (
          <button type="button" class="button" aria-disabled={exchanges.length >= askBacksMax} onClick={onAskBack}>{words.askBack}</button>
        )}
        {phase !== 'lobby' && state !== 'answered' && phase !== 'ended' && (
          <button type="button" class="button" onClick={onWriteCard}>{answer ? words.changeCard : words.answerCard}</button>
        )}
        {!writesNote && <button type="button" class="button" onClick={() => onWriteNote(true)}>{noteLabel}</button>}
        {state === 'highlighted' && <button type="button" class="button plain" onClick={() => void backToQueue(store, id)}>{words.backToQueue}</button>}
        {state === 'answered' && <button type="button" class="button plain" onClick={() => void reopen(store, id)}>{words.reopen}</button>}
        {exchanges.length >= askBacksMax && <p class="small quiet">{words.askBackFull(exchanges.length)}</p>}
      </div>
    </article>
  );
}

/** Another question is read from its beginning, also when it was chosen far down in the queue. */
function bringToTop(card: HTMLElement | null): void {
  if (!card) return;
  if (card.parentElement) card.parentElement.scrollTop = 0;
  if (card.getBoundingClientRect().top < 0) card.scrollIntoView({ block: 'start' });
}
