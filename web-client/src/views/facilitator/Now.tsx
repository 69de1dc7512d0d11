// SPDX-License-Identifier: MIT
// What the room is looking at: the question that is being answered, in reading size.
import { facilitator } from '../../i18n/facilitator';
import { clearHighlight } from '../../intent/clearHighlight';
import type { Store } from '../../store';
import { act } from './act';
import { Support } from './Support';

export const highlightedOf = (store: Store) => store.replica.value.question.get(store.session.value?.highlighted || '-');

export function Now({ store }: { store: Store }) {
  const words = facilitator.value;
  const question = highlightedOf(store);
  const lobby = store.session.value?.phase === 'lobby';
  if (store.session.value?.phase === 'ended') return null;
  return (
    <section class="now" aria-labelledby="now">
      <h2 id="now">{lobby && !question ? words.lobby : words.now}</h2>
      {question ? (
        <div class="now-question">
          <p class="now-text" lang={question.lang}>{question.text}</p>
          <div class="now-foot">
            <Support count={question.support ?? 0} />
            <button type="button" class="button plain" onClick={() => void act(clearHighlight(store))}>{words.backToList}</button>
          </div>
        </div>
      ) : <p class="quiet">{lobby ? words.lobbyText : words.nobodyNow}</p>}
    </section>
  );
}
