// SPDX-License-Identifier: MIT
// The word list: what holds a text back while moderation is off.
import { useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { moderator } from '../../i18n/moderator';
import { wordListBytesMax } from '../../limits';
import type { Store } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { saveWords } from './wishes';

export function WordsSheet({ store, onClose }: { store: Store; onClose: () => void }) {
  const words = moderator.value;
  const now = store.session.value?.word_list ?? '';
  const [began] = useState(now);
  const [written, setWritten] = useState(now);
  const tidy = written.split('\n').map((line) => line.trim()).filter(Boolean).join('\n');
  const tooLong = new TextEncoder().encode(tidy).length > wordListBytesMax;
  const onSubmit = async (event: Event) => {
    event.preventDefault();
    if (tooLong) return;
    // Not saved: what was typed stays.
    if (tidy === now || await saveWords(store, tidy)) onClose();
  };
  return (
    <Dialog title={words.words} closeLabel={common.value.close} class="mod-words-sheet" onClose={onClose}>
      <form class="mod-form" onSubmit={onSubmit}>
        <p class="small quiet">{words.wordsHint}</p>
        <label class="field">
          <span class="label">{words.wordsField}</span>
          <textarea class="input" rows={10} autoComplete="off" autoCapitalize="none" spellcheck={false} value={written} aria-invalid={tooLong}
            onInput={(event) => setWritten(event.currentTarget.value)} />
        </label>
        {tooLong && <p class="problem small" role="alert">{words.wordsLong}</p>}
        {now !== began && <p class="notice warn small" role="status">{words.wordsChanged}</p>}
        <div class="row end">
          <button type="button" class="button" onClick={onClose}>{common.value.cancel}</button>
          <button type="submit" class="button support" aria-disabled={tooLong}>{words.wordsSave}</button>
        </div>
      </form>
    </Dialog>
  );
}
