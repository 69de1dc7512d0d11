// SPDX-License-Identifier: MIT
// What can be done with a session from the home page. Only what its state allows is offered.
import { common } from '../../i18n/common';
import { home } from '../../i18n/home';
import { life } from '../../i18n/life';
import { settingsOf, type KnownSession } from '../../keep/knownSessions';
import { Dialog } from '../../ui/Dialog';
import type { SessionAnswer } from '../../wire/messages';
import { draftLike, type Draft } from './draft';

export type Deed = 'rename' | 'code' | 'end' | 'close' | 'delete' | 'forget';

/** Without the facilitator's link, or without an answer, a browser can only forget what it knows. */
export function deedsOf(phase: SessionAnswer['phase'] | null): readonly Deed[] {
  switch (phase) {
    case null: return ['forget'];
    case 'lobby': case 'live': return ['rename', 'code', 'end', 'forget'];
    case 'ended': return ['rename', 'close', 'forget'];
    case 'closed': return ['delete', 'forget'];
  }
}

interface SessionMenuProps {
  known: KnownSession;
  title: string;
  told: SessionAnswer | null;
  onCopy: (draft: Draft) => void;
  onChoose: (deed: Deed) => void;
  onClose: () => void;
}

export function SessionMenu({ known, title, told, onCopy, onChoose, onClose }: SessionMenuProps) {
  const words = home.value;
  const names: Record<Deed, string> = {
    rename: life.value.rename, code: life.value.changeCode, end: life.value.end, close: life.value.close, delete: words.delete, forget: words.forget,
  };
  const lang = told?.title.lang ?? known.lang;
  const copy = () => {
    onClose();
    onCopy(draftLike({ title, lang }, settingsOf(known)));
  };
  return (
    <Dialog title={title} closeLabel={common.value.close} onClose={onClose}>
      <div class="session-menu">
        <button type="button" class="button" onClick={copy}>{words.duplicate}</button>
        <p class="small quiet">{words.duplicateHint}</p>
        {deedsOf(told?.phase ?? null).map((deed) => (
          <button key={deed} type="button" class={`button ${deed === 'close' || deed === 'delete' ? 'warn' : ''}`} onClick={() => onChoose(deed)}>{names[deed]}</button>
        ))}
      </div>
    </Dialog>
  );
}
