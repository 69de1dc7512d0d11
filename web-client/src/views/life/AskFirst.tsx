// SPDX-License-Identifier: MIT
// Asked once, in full, before something that others notice: what happens, line by line, and one button that does it.
import type { ComponentChildren } from 'preact';
import { common } from '../../i18n/common';
import { Dialog } from '../../ui/Dialog';

interface AskFirstProps {
  title: string;
  lines: readonly string[];
  confirm: string;
  /** What cannot be taken back is said in the colour of a warning. */
  grave?: boolean;
  children?: ComponentChildren;
  onConfirm: () => void;
  onClose: () => void;
}

export function AskFirst({ title, lines, confirm, grave = false, children, onConfirm, onClose }: AskFirstProps) {
  return (
    <Dialog title={title} closeLabel={common.value.close} class="ask-first" onClose={onClose}>
      {lines.length === 1
        ? <p>{lines[0]}</p>
        : <ul class="ask-lines">{lines.map((line) => <li key={line}>{line}</li>)}</ul>}
      {children}
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>{common.value.cancel}</button>
        <button type="button" class={`button ${grave ? 'warn' : 'support'}`} onClick={onConfirm}>{confirm}</button>
      </div>
    </Dialog>
  );
}
