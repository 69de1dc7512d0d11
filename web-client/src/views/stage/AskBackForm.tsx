// SPDX-License-Identifier: MIT
// Asks something back. Says, before it is asked, who reads it and how the reply comes.
import { useState } from 'preact/hooks';
import { common, rejectionText } from '../../i18n/common';
import { lang } from '../../i18n/index';
import { stage } from '../../i18n/stage';
import { askBack } from '../../intent/askBack';
import { oneParagraph } from '../../intent/askQuestion';
import { askBackTextBytesMax, askBacksMax } from '../../limits';
import { exchangesOf } from '../../replica/exchanges';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { bytesOf, TextArea } from '../../ui/TextArea';
import { say } from '../../ui/Toast';
import { Resumed } from './Resumed';
import { useDraft, type Drafts } from './useDraft';

const drafts: Drafts<string> = new Map();

export function AskBackForm({ store, question, onClose }: { store: Store; question: string; onClose: () => void }) {
  const words = stage.value;
  const draft = useDraft(drafts, store, question, '');
  const [problem, setProblem] = useState('');
  const of = store.replica.value.question.get(question);
  const text = oneParagraph(draft.value);
  const isLast = exchangesOf(store.replica.value, question).length === askBacksMax - 1;
  const send = async () => {
    if (bytesOf(text) > askBackTextBytesMax) return;
    if (!text) return setProblem(rejectionText('text_empty'));
    const outcome = await askBack(store, question, { lang: lang.value, text });
    if (!outcome.ok) return setProblem(rejectionText(outcome.code, outcome.params));
    draft.drop();
    onClose();
    say(words.saidAskedBack);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void send();
  };
  const close = () => {
    if (drafts.has(question)) say(words.saidUnsaved);
    onClose();
  };
  return (
    <Dialog title={words.askBackTitle} closeLabel={common.value.close} class="sheet stage-form" onClose={close}>
      <p class="stage-form-question" lang={of?.lang} dir="auto">{of?.text}</p>
      <Resumed draft={draft} />
      <form onSubmit={onSubmit}>
        <TextArea first label={words.askBackText} hint={words.askBackHint} value={draft.value} rows={3} bytesMax={askBackTextBytesMax} tooLong={words.tooLong}
          onInput={(next) => { draft.write(next); setProblem(''); }} onSend={() => void send()} />
        {isLast && <p class="small quiet">{words.askBackLast}</p>}
        <p class="problem" role="alert">{problem}</p>
        <button type="submit" class="button primary wide">{words.askBackSend}</button>
      </form>
    </Dialog>
  );
}
