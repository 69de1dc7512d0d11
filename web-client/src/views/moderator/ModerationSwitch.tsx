// SPDX-License-Identifier: MIT
// Moderation on or off, at any time, and the list of words that holds a text back while it is off.
import { moderator } from '../../i18n/moderator';
import type { Store } from '../../store';
import { Switch } from '../../ui/Switch';
import type { OpenSheet } from './deeds';
import { switchModeration } from './wishes';

export function ModerationSwitch({ store, open }: { store: Store; open: OpenSheet }) {
  const words = moderator.value;
  const on = store.session.value?.moderation ?? false;
  return (
    <section class="mod-switch" aria-label={words.desk}>
      <Switch on={on} label={words.switchLabel} hint={on ? words.switchOn : words.switchOff} onToggle={() => void switchModeration(store)} />
      <button type="button" class="button plain" aria-haspopup="dialog" onClick={() => open({ is: 'words' })}>{words.words}</button>
    </section>
  );
}
