// SPDX-License-Identifier: MIT
// The questions that wait, by support or by topic, and those that were answered. A tap puts one in front; the room sees nothing of it.
import { useRef } from 'preact/hooks';
import { stage } from '../../i18n/stage';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { Choice } from '../../ui/Choice';
import { useMovedNotes } from '../../ui/movedNotes';
import { refusedWhy } from '../refusedWhy';
import { TallyLine } from '../TallyLine';
import type { QueueGroup, QueueOrder } from '../../replica/queue';

interface QueueProps {
  store: Store;
  groups: readonly QueueGroup[];
  order: QueueOrder;
  /** The question in front. */
  front: string;
  onOrder: (order: QueueOrder) => void;
  onChoose: (question: string) => void;
}

export function Queue({ store, groups, order, front, onOrder, onChoose }: QueueProps) {
  const words = stage.value;
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  const hasTopics = store.topics.value.length > 0;
  return (
    <aside class="stage-queue" aria-labelledby="queue">
      <div class="stage-queue-head">
        <h2 id="queue">{words.queue}</h2>
        <p class="small quiet" role="status">{words.count(count)}</p>
      </div>
      <TallyLine store={store} why={refusedWhy} />
      <Choice legend={words.order} legendHidden value={order} onChoose={onOrder} options={[
        { value: 'support', label: words.bySupport }, ...(hasTopics ? [{ value: 'topic', label: words.byTopic } as const] : []),
        { value: 'answered', label: words.answeredOnes },
      ]} />
      {count === 0 && order === 'answered' && <p class="quiet">{words.emptyAnswered}</p>}
      {groups.map(({ topic, questions }) => (
        <section key={topic?.id ?? ''} class="queue-group">
          {order === 'topic' && <h3 lang={topic?.lang}>{topic?.name ?? words.noTopic}</h3>}
          <Rows questions={questions} front={front} onChoose={onChoose} />
        </section>
      ))}
    </aside>
  );
}

function Rows({ questions, front, onChoose }: { questions: readonly Question[]; front: string; onChoose: (question: string) => void }) {
  const words = stage.value;
  const list = useRef<HTMLUListElement>(null);
  useMovedNotes(list, questions);
  return (
    <ul ref={list} class="queue-rows">
      {questions.map((question) => (
        <li key={question.id} data-id={question.id}>
          <button type="button" class={`queue-row ${question.state ?? ''}`} aria-current={question.id === front} onClick={() => onChoose(question.id)}>
            <b class="number" aria-label={words.support(question.support ?? 0)}>{question.support}</b>
            <span>
              {question.state === 'highlighted' && <span class="queue-mark answering">{words.now}</span>}
              {question.pinned && <span class="queue-mark">{words.pinned}</span>}
              <span class="queue-text" lang={question.lang}>{question.text}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
