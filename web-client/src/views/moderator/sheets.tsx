// SPDX-License-Identifier: MIT
// The sheet that is open over the board, if what it is about is still there.
import { common } from '../../i18n/common';
import { moderator } from '../../i18n/moderator';
import type { Store } from '../../store';
import { KeysHelp } from '../../ui/KeysHelp';
import { moderatorKeys } from './keyRows';
import { LabelSheet } from './LabelSheet';
import { MenuSheet } from './MenuSheet';
import { MergeSheet } from './MergeSheet';
import { RedactSheet } from './RedactSheet';
import { RefuseSheet } from './RefuseSheet';
import type { Sheet } from './sheet';
import { redact, redactOneReply, refuse, refuseOneReply } from './wishes';
import { WordsSheet } from './WordsSheet';

interface OpenSheetProps {
  store: Store;
  sheet: Sheet;
  open: (sheet: Sheet) => void;
  close: () => void;
  /** Several questions were refused: nothing is chosen any more. */
  refused: () => void;
}

export function OpenSheet({ store, sheet, open, close, refused }: OpenSheetProps) {
  const words = moderator.value;
  const all = store.replica.value.question;
  switch (sheet.is) {
    case 'words': return <WordsSheet store={store} onClose={close} />;
    case 'keys': return (
      <KeysHelp title={words.keys} closeLabel={common.value.close} keys={moderatorKeys()} onClose={close} />
    );
    case 'refuse': {
      const questions = sheet.questions.flatMap((id) => all.get(id) ?? []);
      const [only] = questions;
      if (!only) return null;
      return (
        <RefuseSheet title={words.refuseTitle(questions.length)} onClose={close} likely={only.hiding_wished ? 'author_wished' : undefined}
          {...(questions.length === 1 && { text: only.text ?? '', lang: only.lang })}
          onReason={(reason) => { close(); refused(); void refuse(store, questions.map(({ id }) => id), reason); }} />
      );
    }
    case 'refuseReply':
    case 'redactReply': {
      const { question, place } = sheet;
      const { reply: text = '', reply_lang } = store.replica.value.ask_back.get(`${question}.${place}`) ?? {};
      const lang = reply_lang || undefined;
      if (!text) return null;
      return sheet.is === 'redactReply'
        ? <RedactSheet key={text} text={text} lang={lang} onClose={close} onCover={(stretches) => void redactOneReply(store, question, place, text, stretches)} />
        : <RefuseSheet title={words.refuseReplyTitle} text={text} lang={lang} onClose={close} onReason={(reason) => { close(); void refuseOneReply(store, question, place, reason); }} />;
    }
  }
  const question = all.get(sheet.question);
  if (!question) return null;
  switch (sheet.is) {
    case 'menu': return <MenuSheet store={store} question={question} open={open} onClose={close} />;
    case 'merge': return <MergeSheet store={store} question={question} onClose={close} />;
    // What was chosen in one text means nothing in another.
    case 'redact': {
      const { id, text = '', lang } = question;
      return <RedactSheet key={text} text={text} lang={lang} onClose={close} onCover={(stretches) => void redact(store, id, text, stretches)} />;
    }
    case 'label': return <LabelSheet store={store} question={question} onClose={close} />;
  }
}
