// SPDX-License-Identifier: MIT
// All questions: searched, chosen by topic, in one of three orders. Arrow keys move from note to note.
import { useMemo, useRef, useState } from 'preact/hooks';
import { facilitator } from '../../i18n/facilitator';
import type { Question } from '../../replica/replica';
import { isShown } from '../../replica/shown';
import { sift, type Order } from '../../replica/sift';
import type { Store } from '../../store';
import { Choice } from '../../ui/Choice';
import { Hat } from '../../ui/Hat';
import { Icon } from '../../ui/Icon';
import { useKeys } from '../../ui/keys';
import { useMovedNotes } from '../../ui/movedNotes';
import { TallyLine } from '../TallyLine';
import { deskLater } from './later';
import { QuestionNote } from './QuestionNote';
import { finish, show } from './wishes';

export function QuestionList({ store }: { store: Store }) {
  const words = facilitator.value;
  const [order, setOrder] = useState<Order>('support');
  const [searched, setSearched] = useState('');
  const [topic, setTopic] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const all = store.questions.value;
  const questions = useMemo(() => all.filter(isShown), [all]);
  const topics = store.topics.value;
  // A topic that is gone must not hide everything behind a choice that nobody can see.
  const chosenTopic = topics.some(({ id }) => id === topic) ? topic : '';
  const shown = useMemo(() => sift(questions, { order, words: searched, topic: chosenTopic }), [questions, order, searched, chosenTopic]);
  useMovedNotes(list, shown);

  const notes = () => [...(list.current?.querySelectorAll<HTMLElement>('.question') ?? [])];
  const chosen = (): Question | undefined => shown[notes().findIndex((note) => note.contains(document.activeElement))];
  const move = (by: 1 | -1) => {
    const all = notes();
    const at = all.findIndex((note) => note.contains(document.activeElement));
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    a: () => {
      const question = chosen() ?? questions.find(({ state }) => state === 'highlighted');
      if (question && question.state !== 'answered') void finish(store, question.id);
    },
  });
  const phase = store.session.value?.phase ?? 'live';
  const onKeyDown = (event: KeyboardEvent) => {
    const question = shown[notes().findIndex((note) => note === event.target)];
    if (event.key !== 'Enter' || !question || phase === 'ended') return;
    event.preventDefault();
    void show(store, question.id);
  };

  const narrowed = searched.trim() !== '' || chosenTopic !== '';
  const showAll = () => { setSearched(''); setTopic(''); };
  return (
    <section class="questions" id="questions" aria-labelledby="questions-title" tabIndex={-1}>
      <div class="questions-head">
        <h2 id="questions-title">{words.questions}</h2>
        <p class="small quiet" role="status">{questions.length > 0 && words.shown(shown.length, questions.length)}</p>
      </div>
      <TallyLine store={store} why={deskLater.parts.value?.refusedWhy} />
      <div class="sieve" hidden={questions.length === 0}>
        <div class="search">
          <Icon name="search" />
          <input class="input" id="search" type="search" autoComplete="off" aria-label={words.search} placeholder={words.search} value={searched}
            onInput={(event) => setSearched(event.currentTarget.value)}
            onKeyDown={(event) => { if (event.key === 'Escape') { setSearched(''); event.currentTarget.blur(); } }} />
        </div>
        {topics.length > 0 && (
          <select class="input" aria-label={words.topic} value={chosenTopic} onChange={(event) => setTopic(event.currentTarget.value)}>
            <option value="">{words.allTopics}</option>
            {topics.map(({ id, name, lang }) => <option key={id} value={id} lang={lang}>{name}</option>)}
          </select>
        )}
        <Choice legend={words.order} legendHidden value={order} onChoose={setOrder} options={[
          { value: 'support', label: words.mostSupport }, { value: 'newest', label: words.newestRound }, { value: 'answered', label: words.answeredOnes },
        ]} />
      </div>
      {shown.length === 0 && (
        <div class="empty">
          <Hat size={64} />
          <p>{narrowed ? words.emptyFound : order === 'answered' ? words.emptyAnswered
            : { lobby: words.emptyLobby, live: words.emptyLive, ended: words.emptyEnded }[phase]}</p>
          {narrowed && <button type="button" class="button" onClick={showAll}>{words.clearSearch}</button>}
        </div>
      )}
      <ul ref={list} class="question-list" onKeyDown={onKeyDown}>
        {shown.map((question) => (
          <QuestionNote key={question.id} store={store} question={question} topic={topics.find(({ id }) => id === question.topic)} />
        ))}
      </ul>
    </section>
  );
}
