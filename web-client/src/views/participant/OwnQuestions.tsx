// SPDX-License-Identifier: MIT
// What was asked from this phone, behind a tap.
import { words as own } from '../../i18n/ownQuestions';
import type { ParticipantStore } from '../../participantStore';
import { exchangesOf } from '../../replica/exchanges';
import { replyStageOf } from '../../replica/stage';
import { OwnQuestion } from './OwnQuestion';

export function OwnQuestions({ store }: { store: ParticipantStore }) {
  const all = store.own.value;
  if (all.length === 0) return null;
  const text = own.value;
  const replica = store.replica.value;
  const askedBack = all.some((question) => replica.question.has(question.id)
    && replyStageOf(question, exchangesOf(replica, question.id), replica.receipt)?.is === 'asked');
  return (
    <details class="own">
      <summary>
        {text.title(all.length)}
        {/* Quiet, and without saying which: somebody may be looking along. */}
        <span class="own-asked" role="status">{askedBack && text.someAskedBack}</span>
      </summary>
      <p class="quiet small">{text.hint}</p>
      <ul class="own-list">{all.map((question) => <OwnQuestion key={question.id} store={store} own={question} />)}</ul>
    </details>
  );
}
