// SPDX-License-Identifier: MIT
// A word of the desks for a question. Those that are used already are a tap away, so that the same thing gets the same word.
import { useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { moderator } from '../../i18n/moderator';
import { labelBytesMax } from '../../limits';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { label } from './wishes';

interface LabelSheetProps { store: Store; question: Question; onClose: () => void }

export function LabelSheet({ store, question, onClose }: LabelSheetProps) {
  const words = moderator.value;
  const before = question.label ?? '';
  const [written, setWritten] = useState(before);
  const used = [...new Set([...store.replica.value.question.values()].flatMap((one) => one.label || []))].filter((one) => one !== before).sort();
  const tooLong = new TextEncoder().encode(written.trim()).length > labelBytesMax;
  const save = (text: string) => {
    onClose();
    if (text !== before) void label(store, question.id, text);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!tooLong) save(written.trim());
  };
  return (
    <Dialog title={words.labelTitle} closeLabel={common.value.close} onClose={onClose}>
      <blockquote class="mod-quote" lang={question.lang}>{question.text}</blockquote>
      <form class="mod-form" onSubmit={onSubmit}>
        <label class="field">
          <span class="label">{words.labelField}</span>
          <input class="input" autoComplete="off" autoFocus value={written} aria-invalid={tooLong} onInput={(event) => setWritten(event.currentTarget.value)} />
          {tooLong && <span class="problem small" role="alert">{words.labelLong}</span>}
          <span class="small quiet">{words.labelHint}</span>
        </label>
        {used.length > 0 && (
          <div class="row" role="group" aria-label={words.labelUsed}>
            {used.map((one) => <button key={one} type="button" class="button" onClick={() => save(one)}>{one}</button>)}
          </div>
        )}
        <div class="row end">
          {before !== '' && <button type="button" class="button" onClick={() => save('')}>{words.labelRemove}</button>}
          <button type="submit" class="button support" aria-disabled={tooLong}>{words.labelSave}</button>
        </div>
      </form>
    </Dialog>
  );
}
