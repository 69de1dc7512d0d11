// SPDX-License-Identifier: MIT
// The parts of the desk: questions, moderation, and the stage, which is a page of its own that this desk's link opens too. Whoever
// facilitates alone has all of the evening here.
import { facilitator } from '../../i18n/facilitator';
import { number } from '../../i18n/index';
import { signal } from '../../signals';
import type { Store } from '../../store';
import { deskLink } from '../addresses';

export const deskView = signal<'questions' | 'moderation'>('questions');

export function DeskViews({ store, secret }: { store: Store; secret: string }) {
  const words = facilitator.value;
  const pending = store.session.value?.pending ?? 0;
  const now = deskView.value;
  const way = (view: typeof now, label: string, count = 0) => (
    <button type="button" class="desk-view" aria-current={now === view ? 'page' : undefined} onClick={() => { deskView.value = view; }}>
      {label}
      {count > 0 && <span class="desk-count"><span aria-hidden="true">{number(count)}</span><span class="hidden-visually"> {words.pendingCount(count)}</span></span>}
    </button>
  );
  return (
    <nav class="desk-views" aria-label={words.views}>
      {way('questions', words.viewQuestions)}
      {way('moderation', words.viewModerate, pending)}
      <a class="desk-view" href={deskLink('', 'stage', secret)}>{words.viewAnswer}</a>
    </nav>
  );
}
