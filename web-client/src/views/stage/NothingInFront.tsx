// SPDX-License-Identifier: MIT
// No question to answer: why, and what will come.
import { stage } from '../../i18n/stage';
import type { Store } from '../../store';
import { Hat } from '../../ui/Hat';
import type { QueueOrder } from '../../replica/queue';

export function NothingInFront({ store, order }: { store: Store; order: QueueOrder }) {
  const words = stage.value;
  const phase = store.session.value?.phase;
  return (
    <div class="empty stage-empty">
      <Hat size={96} />
      <p>{order === 'answered' ? words.emptyAnswered : phase === 'lobby' ? words.emptyLobby : phase === 'ended' ? words.emptyEnded : words.emptyLive}</p>
    </div>
  );
}
