// SPDX-License-Identifier: MIT
// Another title. Its language stays: who renames rarely translates.
import { useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { lifeDialogs } from '../../i18n/lifeDialogs';
import { titleBytesMax } from '../../limits';
import { Dialog } from '../../ui/Dialog';

interface RenameDialogProps {
  title: string;
  lang: string | undefined;
  /** Not called when nothing was changed. */
  onSave: (title: string) => void;
  onClose: () => void;
}

export function RenameDialog({ title, lang, onSave, onClose }: RenameDialogProps) {
  const words = lifeDialogs.value;
  const [written, setWritten] = useState(title);
  const [problem, setProblem] = useState('');
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const next = written.trim();
    if (next === '') return setProblem(words.titleMissing);
    if (new TextEncoder().encode(next).length > titleBytesMax) return setProblem(words.titleTooLong);
    onClose();
    if (next !== title) onSave(next);
  };
  return (
    <Dialog title={words.renameTitle} closeLabel={common.value.close} onClose={onClose}>
      <form class="life-form" onSubmit={onSubmit}>
        <label class="field">
          <span class="label">{words.title}</span>
          <input class="input" autoComplete="off" autoFocus lang={lang} value={written} aria-invalid={problem !== ''}
            onInput={(event) => { setWritten(event.currentTarget.value); setProblem(''); }} />
          <span class="problem small" role="alert">{problem}</span>
          <span class="small quiet">{words.titleHint}</span>
        </label>
        <div class="row end">
          <button type="button" class="button" onClick={onClose}>{common.value.cancel}</button>
          <button type="submit" class="button support">{words.save}</button>
        </div>
      </form>
    </Dialog>
  );
}
