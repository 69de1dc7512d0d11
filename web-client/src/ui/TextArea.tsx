// SPDX-License-Identifier: MIT
// A text of several lines, with its label, and what is wrong with it when it is longer than the server keeps.
import { useId } from 'preact/hooks';

interface TextAreaProps {
  label: string;
  hint?: string;
  value: string;
  rows: number;
  bytesMax: number;
  /** Said when it is longer. */
  tooLong: string;
  /** Where one begins, when the dialog around it opens. */
  first?: boolean;
  onInput: (value: string) => void;
  /** Ctrl+Enter: whoever writes along with a speaker does not reach for the mouse. */
  onSend?: () => void;
}

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

export function TextArea({ label, hint, value, rows, bytesMax, tooLong, first = false, onInput, onSend }: TextAreaProps) {
  const id = useId();
  const long = bytesOf(value.trim()) > bytesMax;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="small quiet" id={`${id}-hint`}>{hint}</p>}
      <textarea id={id} class="input" rows={rows} value={value} aria-invalid={long} dir="auto" autofocus={first}
        aria-describedby={[hint && `${id}-hint`, long && `${id}-long`].filter(Boolean).join(' ') || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); onSend?.(); } }} />
      {long && <p class="problem small" role="alert" id={`${id}-long`}>{tooLong}</p>}
    </div>
  );
}
