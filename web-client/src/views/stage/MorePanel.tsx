// SPDX-License-Identifier: MIT
// All else: how to join on the projector, keys, language and colours.
import { common } from '../../i18n/common';
import { stage } from '../../i18n/stage';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import { toggleJoinPanel } from '../facilitator/screen';
import { PageFoot } from '../PageFoot';

export function MorePanel({ store, onKeys, onClose }: { store: Store; onKeys: () => void; onClose: () => void }) {
  const words = stage.value;
  return (
    <Dialog title={words.more} closeLabel={common.value.close} class="sheet" onClose={onClose}>
      {store.session.value?.phase !== 'ended'
        && <Switch on={store.session.value?.join_panel ?? false} label={words.joinPanel} hint={words.joinPanelHint} onToggle={() => void toggleJoinPanel(store)} />}
      <button type="button" class="button keys-button" onClick={onKeys}><Icon name="keys" />{words.keys}</button>
      <PageFoot />
    </Dialog>
  );
}
