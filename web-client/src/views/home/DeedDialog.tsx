// SPDX-License-Identifier: MIT
// Asks about a deed and does it: through the session's desk, which is opened for as long as that takes.
import { rejectionText } from '../../i18n/common';
import { home } from '../../i18n/home';
import { life } from '../../i18n/life';
import { deleteSession } from '../../intent/askSession';
import { atDesk } from '../../intent/atDesk';
import { changeJoinCode } from '../../intent/changeJoinCode';
import { closeSession } from '../../intent/closeSession';
import { endSession } from '../../intent/endSession';
import { renameSession } from '../../intent/renameSession';
import { makeResultsLink } from '../../intent/setResultsLink';
import { rememberSession, type KnownSession } from '../../keep/knownSessions';
import { keepDaysDefault } from '../../limits';
import type { Outcome, Store } from '../../store';
import { say } from '../../ui/Toast';
import { makeSecret } from '../../wire/ids';
import type { SessionAnswer } from '../../wire/messages';
import { AskFirst } from '../life/AskFirst';
import { CloseDialog } from '../life/CloseDialog';
import { CodeDialog } from '../life/CodeDialog';
import { EndDialog } from '../life/EndDialog';
import { RenameDialog } from '../life/RenameDialog';
import type { Deleted } from './DeletedDialog';
import type { Deed } from './SessionMenu';

interface DeedDialogProps {
  deed: Deed;
  known: KnownSession;
  title: string;
  told: SessionAnswer | null;
  /** Something was done, or may have been: where is the session now? */
  onDone: () => Promise<void>;
  onForget: () => void;
  onDeleted: (deleted: Deleted) => void;
  onClose: () => void;
}

export function DeedDialog({ deed, known, title, told, onDone, onForget, onDeleted, onClose }: DeedDialogProps) {
  const words = home.value;
  const lifeWords = life.value;
  const lang = told?.title.lang ?? known.lang;
  const secret = known.secrets.facilitator ?? '';
  const refused = ({ code, params }: Extract<Outcome, { ok: false }>) => say(rejectionText(code, params));
  const carryOut = async (wish: (desk: Store) => Promise<Outcome>, said: string) => {
    const outcome = await atDesk(secret, wish);
    if (outcome.ok) say(said);
    else refused(outcome);
    await onDone();
    return outcome.ok;
  };

  switch (deed) {
    case 'rename': return (
      <RenameDialog title={title} lang={lang} onClose={onClose} onSave={async (text) => {
        if (await carryOut((desk) => renameSession(desk, { lang, text }), lifeWords.renamed)) rememberSession({ ...known, title: text });
      }} />
    );
    case 'code': return (
      <CodeDialog onClose={onClose} onConfirm={() => { onClose(); void carryOut(changeJoinCode, lifeWords.codeChanged); }} />
    );
    case 'end': return (
      <EndDialog keepDays={told?.keep_days ?? keepDaysDefault} hasResults={Boolean(known.results)} onClose={onClose} onEnd={(withResults) => void carryOut(async (desk) => {
        // Another facilitator may have made one already, and phones may have it.
        const there = desk.session.peek()?.results;
        const results = there || (withResults ? makeSecret() : '');
        if (results && !there) {
          const made = await makeResultsLink(desk, results);
          if (!made.ok) return made;
        }
        rememberSession({ ...known, results });
        return endSession(desk);
      }, lifeWords.saidEnded)} />
    );
    case 'close': return <CloseDialog onClose={onClose} onConfirm={() => void carryOut(closeSession, lifeWords.saidClosed)} />;
    case 'delete': return (
      <AskFirst title={words.deleteTitle} lines={[words.deleteArchive, words.deleteForGood]} confirm={words.deleteConfirm} grave onClose={onClose}
        onConfirm={async () => {
          onClose();
          const gone = await deleteSession(secret);
          if (gone.ok) return onDeleted({ ...gone.value, title });
          refused(gone);
          await onDone();
        }} />
    );
    case 'forget': return (
      <AskFirst title={words.forgetTitle} lines={[words.forgetText]} confirm={words.forgetConfirm} grave onClose={onClose}
        onConfirm={() => { onClose(); onForget(); }} />
    );
  }
}
