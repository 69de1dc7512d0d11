// SPDX-License-Identifier: MIT
// What the projector shows apart from the questions.
import { facilitator } from '../../i18n/facilitator';
import type { Store } from '../../store';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import { popOut } from './popOut';
import { toggleBlank, toggleJoinPanel } from './screen';

export function ScreenPanel({ store }: { store: Store }) {
  const words = facilitator.value;
  const session = store.session.value;
  return (
    <section class="panel" aria-labelledby="screen">
      <h2 id="screen">{words.screen}</h2>
      <Switch on={session?.blank ?? false} label={words.screenBlank} hint={words.screenBlankHint} onToggle={() => void toggleBlank(store)} />
      {session?.phase !== 'ended' && <Switch on={session?.join_panel ?? false} label={words.screenJoin} hint={words.screenJoinHint} onToggle={() => void toggleJoinPanel(store)} />}
      <div>
        <button type="button" class="button" onClick={() => void popOut(store)}><Icon name="screen" />{words.popOut}</button>
        <p class="small quiet">{words.popOutHint}</p>
      </div>
    </section>
  );
}
