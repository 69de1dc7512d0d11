// SPDX-License-Identifier: MIT
// What is true beside the question in front, a line each: the projector is blank, another question is being answered, or the last
// one was answered and nobody has written down what was said.
import { stage } from '../../i18n/stage';
import type { Store } from '../../store';
import { toggleBlank } from '../facilitator/screen';

interface ContextProps {
  store: Store;
  /** The question in front. */
  front: string;
  /** The one that was answered last, from this page. */
  last: string;
  onJump: (question: string) => void;
  onWriteCard: (question: string) => void;
}

export function Context({ store, front, last, onJump, onWriteCard }: ContextProps) {
  const words = stage.value;
  const session = store.session.value;
  const { question: questions, answer: answers } = store.replica.value;
  const now = questions.get(session?.highlighted || '-');
  const before = questions.get(last);
  return (
    <div class="stage-context">
      {session?.blank && (
        <p class="context-line warn" role="status">
          <span>{words.blankNow}</span>
          <button type="button" class="button plain" onClick={() => void toggleBlank(store)}>{words.unblank}</button>
        </p>
      )}
      {now && now.id !== front && (
        <p class="context-line answering">
          <span><b>{words.otherNow}</b> <span lang={now.lang}>{now.text}</span></span>
          <button type="button" class="button plain" onClick={() => onJump(now.id)}>{words.toNow}</button>
        </p>
      )}
      {before?.state === 'answered' && before.id !== front && !answers.has(before.id) && (
        <p class="context-line">
          <span><b>{words.justAnswered}</b> <span lang={before.lang}>{before.text}</span></span>
          <button type="button" class="button plain" onClick={() => onWriteCard(before.id)}>{words.writeCard}</button>
        </p>
      )}
    </div>
  );
}
