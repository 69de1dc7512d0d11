// SPDX-License-Identifier: MIT
// Everything that can be done with one question, in words.
import { common } from '../../i18n/common';
import { moderator } from '../../i18n/moderator';
import { can } from '../../replica/moderation';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { allDeeds, deedIcon, deedName, doDeed, type OpenSheet } from './deeds';

interface MenuSheetProps { store: Store; question: Question; open: OpenSheet; onClose: () => void }

export function MenuSheet({ store, question, open, onClose }: MenuSheetProps) {
  const words = moderator.value;
  return (
    <Dialog title={words.menuTitle} closeLabel={common.value.close} onClose={onClose}>
      <blockquote class="mod-quote" lang={question.lang}>{question.text}</blockquote>
      <div class="mod-choices">
        {allDeeds.filter((deed) => can(question, deed)).map((deed, place) => (
          <button key={deed} type="button" class="button mod-choice" autoFocus={place === 0} onClick={() => { onClose(); doDeed(store, open, question, deed); }}>
            <Icon name={deedIcon[deed]} />{deedName(question, deed)}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
