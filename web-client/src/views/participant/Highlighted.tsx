// SPDX-License-Identifier: MIT
// The question that is being answered, also for those who only listen in.
import { words } from '../../i18n/participant';
import type { ParticipantStore } from '../../participantStore';
import { later } from './later';
import { SupportPill } from './SupportPill';

export function Highlighted({ store }: { store: ParticipantStore }) {
  const question = store.replica.value.question.get(store.session.value?.highlighted ?? '');
  return (
    <section aria-live="polite" aria-atomic="true">
      {question && (
        <div class="now" data-question={question.id}>
          <h2 class="now-label">{words.value.now}</h2>
          <p class="now-text" id="now-text" lang={question.lang}>{question.text}</p>
          {later.value && <later.value.Below store={store} question={question} />}
          <SupportPill store={store} question={question} describedBy="now-text" />
        </div>
      )}
    </section>
  );
}
