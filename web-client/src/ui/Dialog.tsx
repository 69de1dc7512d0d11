// SPDX-License-Identifier: MIT
// The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. A sheet on phones by css.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './Icon';

interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  class?: string;
  children: ComponentChildren;
}

/** Open for as long as it is rendered. */
export function Dialog({ title, closeLabel, onClose, class: extra = '', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current!;
    element.showModal();
    return () => element.close();
  }, []);
  const onBackdrop = (event: MouseEvent) => { if (event.target === dialog.current) onClose(); };
  return (
    <dialog ref={dialog} class={`dialog ${extra}`} aria-labelledby={heading} onClose={onClose} onClick={onBackdrop}>
      <div class="dialog-page">
        {/* No <header>: in a dialog that would be a second banner of the page. */}
        <div class="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="button plain icon-only" aria-label={closeLabel} onClick={onClose}><Icon name="close" /></button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
