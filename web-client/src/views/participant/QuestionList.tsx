// SPDX-License-Identifier: MIT
// The questions of the room, as notes. Sorted, filtered and searched on the phone; the server hears nothing of it.
import { useSignal } from '../../signals';
import { useEffect, useElement, useMemo, useRef } from '../../hooks';
import { words } from '../../i18n/participant';
import type { ParticipantStore } from '../../participantStore';
import type { Question } from '../../replica/replica';
import { unsifted } from '../../replica/order';
import type { Sieve } from '../../replica/sift';
import { Hat } from '../../ui/Hat';
import { useCalmOrder } from './calmOrder';
import { later } from './later';
import { SupportPill } from './SupportPill';

/** Two or three are seen at a glance, unless some are behind another order; with a few more, looking is quicker than searching. */
const controlsFrom = 3;
const searchFrom = 8;

export function QuestionList({ store }: { store: ParticipantStore }) {
  const text = words.value;
  const more = later.value;
  const sieve = useSignal<Sieve>({ order: 'support', words: '', topic: '' });
  const questions = store.questions.value;
  // Stands at the top of the page for as long as it is being answered, and keeps its place here.
  const highlighted = store.session.value?.highlighted;
  const wanted = useMemo(() => (more ? more.sift(questions, sieve.value) : unsifted(questions)).map(({ id }) => id), [questions, sieve.value]);
  const { shown, fresh, moved, apply } = useCalmOrder(wanted, JSON.stringify(sieve.value));

  const list = useElement<HTMLUListElement>();
  const newest = useRef<ReadonlySet<string>>(new Set());
  const goTo = useRef(false);
  useEffect(() => {
    if (!goTo.current) return;
    goTo.current = false;
    const first = list.current?.querySelector<HTMLElement>('.is-new');
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'center' });
  }, [shown]);

  const showFresh = () => {
    const before = new Set(shown);
    newest.current = new Set(wanted.filter((id) => !before.has(id)));
    goTo.current = fresh > 0;
    apply();
  };

  return (
    <section class="questions" aria-labelledby="questions">
      <h2 id="questions">{text.list}</h2>
      {(questions.length >= controlsFrom || questions.some(({ state, archived }) => archived || state === 'answered')) && (
        <div class={`controls ${questions.length >= searchFrom ? 'has-search' : ''}`}>
          {more && <more.ListControls store={store} sieve={sieve} search={questions.length >= searchFrom} />}
        </div>
      )}
      <div class="fresh" role="status">
        {fresh > 0 && <button type="button" class="button support" onClick={showFresh}>{text.fresh(fresh)}</button>}
        {fresh === 0 && moved && <button type="button" class="button" onClick={showFresh}>{text.reorder}</button>}
      </div>
      <ul ref={list} class="cards">
        {shown.filter((id) => id !== highlighted).map((id) =>
          <Card key={id} id={id} store={store} question={store.replica.value.question.get(id)} isNew={newest.current.has(id)} />)}
      </ul>
      {more && <more.MovedNotes list={list} shown={shown} />}
      {shown.length === 0 && <Empty store={store} sieve={sieve.value} />}
    </section>
  );
}

interface CardProps { store: ParticipantStore; id: string; question: Question | undefined; isNew: boolean }

/** What was withdrawn, refused or merged leaves its place, not a jump: its words are gone at once, its room with the next order. */
function Card({ store, id, question, isNew }: CardProps) {
  const more = later.value;
  if (!question) return <li class="note card is-gone" data-id={id}><p class="quiet">{more?.joinedWith(store, id) ?? words.value.gone}</p></li>;
  const topic = store.replica.value.topic.get(question.topic ?? '');
  return (
    <li class={`note card ${isNew ? 'is-new' : ''}`} data-id={id} data-question={id} tabIndex={-1}>
      <div class="card-words">
        {(topic || question.state === 'answered') && (
          <p class="card-meta small">
            {topic && <span lang={topic.lang}>{topic.name}</span>}
            {question.state === 'answered' && <span class="card-answered">{words.value.answered}</span>}
          </p>
        )}
        <p id={`text-${id}`} lang={question.lang}>{question.text}</p>
      </div>
      <SupportPill store={store} question={question} describedBy={`text-${id}`} />
      {more && <more.Below store={store} question={question} />}
    </li>
  );
}

function Empty({ store, sieve }: { store: ParticipantStore; sieve: Sieve }) {
  const text = words.value;
  const sifted = later.value?.words.value;
  const some = store.questions.value.some(({ id }) => id !== store.session.value?.highlighted);
  const lobby = store.session.value?.phase === 'lobby';
  const why = sieve.words !== '' || sieve.topic !== '' ? sifted?.noneFound
    : sieve.order === 'answered' ? sifted?.noneAnswered
    : some ? sifted?.noneLeft : lobby ? text.noneLobby : text.noneYet;
  return <div class="empty quiet"><Hat size={88} /><p>{why}</p></div>;
}
