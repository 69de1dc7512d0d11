// SPDX-License-Identifier: MIT
// A text to take along: stands there to be read and selected, with a button that copies it and says so.
import { useState } from 'preact/hooks';
import { Icon } from './Icon';
import { copyText } from './save';

interface CopyFieldProps {
  label: string;
  text: string;
  copy: string;
  copied: string;
  /** Said when the browser lets no page copy. */
  byHand: string;
  rows?: number;
}

export function CopyField({ label, text, copy, copied, byHand, rows = 1 }: CopyFieldProps) {
  const [done, setDone] = useState<boolean | null>(null);
  const onCopy = async () => setDone(await copyText(text));
  const select = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLTextAreaElement).select();
  return (
    <div class="copy-field">
      <label class="field">
        <span class="label">{label}</span>
        {rows > 1
          ? <textarea class="input" readOnly rows={rows} value={text} onFocus={select} />
          : <input class="input" readOnly value={text} onFocus={select} />}
      </label>
      <button type="button" class="button" onClick={onCopy}><Icon name="copy" />{copy}</button>
      <p class="small" role="status">{done === null ? '' : done ? copied : byHand}</p>
    </div>
  );
}
