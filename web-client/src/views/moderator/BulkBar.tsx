// SPDX-License-Identifier: MIT
// What can be done with several questions at once, in the thumb's reach for as long as several are being chosen.
import { moderator } from '../../i18n/moderator';
import { canAll, type Item } from '../../replica/moderation';
import type { Store } from '../../store';
import { Icon } from '../../ui/Icon';
import type { OpenSheet } from './deeds';
import type { Picking } from './Section';
import { approve, archive, restore } from './wishes';

interface BulkBarProps {
  store: Store;
  items: readonly Item[];
  picking: Picking;
  onPicking: (picking: Picking | null) => void;
  open: OpenSheet;
}

export function BulkBar({ store, items, picking, onPicking, open }: BulkBarProps) {
  const words = moderator.value;
  const pickable = items.filter(({ reply }) => !reply).map(({ question }) => question);
  // What left the section meanwhile is not chosen any more.
  const chosen = pickable.filter(({ id }) => picking.ids.has(id));
  const ids = chosen.map(({ id }) => id);
  const all = chosen.length === pickable.length;
  const done = () => {
    onPicking(null);
    document.getElementById(`mod-${picking.section}`)?.focus();  // the bar goes, and would take the focus with it
  };
  return (
    <div class="desk-bar mod-bulk" role="toolbar" aria-label={words.bulk}>
      <div class="mod-bulk-head">
        <p role="status"><b>{words.selected(chosen.length)}</b></p>
        <button type="button" class="button plain" onClick={() => onPicking({ ...picking, ids: new Set(all ? [] : pickable.map(({ id }) => id)) })}>
          {all ? words.selectNone : words.selectAll}
        </button>
        <button type="button" class="button plain" onClick={done}>{words.selectDone}</button>
      </div>
      <div class="mod-bulk-deeds">
        {picking.section === 'waiting' && (
          <button type="button" class="button support" disabled={!canAll(chosen, 'approve')} onClick={() => { done(); void approve(store, ids); }}>
            <Icon name="check" />{words.approve}
          </button>
        )}
        {picking.section === 'refused' ? (
          <button type="button" class="button support" disabled={!canAll(chosen, 'restore')} onClick={() => { done(); void restore(store, chosen); }}>
            <Icon name="back" />{words.restore}
          </button>
        ) : (
          <button type="button" class="button" disabled={!canAll(chosen, 'refuse')} onClick={() => open({ is: 'refuse', questions: ids })}>
            <Icon name="close" />{words.refuse}
          </button>
        )}
        <button type="button" class="button" disabled={!canAll(chosen, 'archive')} onClick={() => { done(); void archive(store, ids, true); }}>
          <Icon name="aside" />{words.archive}
        </button>
      </div>
    </div>
  );
}
