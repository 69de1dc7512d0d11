// SPDX-License-Identifier: MIT
// The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. A sheet on phones by css.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
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
  const gone = useRef(false);
  const heading = useId();
  // Before the next key, not after the next picture: who types on must not type beside it.
  useLayoutEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    element.showModal();
    return () => {
      // Its close event comes later, when another dialog may be open already: that one is not meant.
      gone.current = true;
      element.close();
      // The browser gives the focus back when a person closes it, not when the page takes it away.
      queueMicrotask(() => { if (document.activeElement === document.body && before instanceof HTMLElement) before.focus(); });
    };
  }, []);
  // The page takes it away, not the browser: closed and still there, it would keep the focus, and the next key with it.
  const onCancel = (event: Event) => {
    if (event.target !== dialog.current) return;
    event.preventDefault();
    onClose();
  };
  const onBackdrop = (event: MouseEvent) => { if (event.target === dialog.current) onClose(); };
  return (
    <dialog ref={dialog} class={`dialog ${extra}`} aria-labelledby={heading} onCancel={onCancel} onClose={() => { if (!gone.current) onClose(); }}
      onClick={onBackdrop}>
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
