// SPDX-License-Identifier: MIT
// Why? From the fixed list, by a tap or by the number of the reason. It is refused at once: there are ten seconds to take it back.
import { common } from '../../i18n/common';
import { moderator } from '../../i18n/moderator';
import { allReasons, reasons } from '../../i18n/reasons';
import { Dialog } from '../../ui/Dialog';
import type { Lang, Reason } from '../../wire/messages';

interface RefuseSheetProps {
  title: string;
  /** What is refused, when it is one. */
  text?: string;
  lang?: Lang | undefined;
  /** The likeliest, when it is known: it has the focus. */
  likely?: Reason | undefined;
  onReason: (reason: Reason) => void;
  onClose: () => void;
}

export function RefuseSheet({ title, text, lang, likely = allReasons[0], onReason, onClose }: RefuseSheetProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const reason = /^[1-9]$/.test(event.key) ? allReasons[Number(event.key) - 1] : undefined;
    if (!reason) return;
    event.preventDefault();  // with the sheet gone, the number would choose a section
    onReason(reason);
  };
  return (
    <Dialog title={title} closeLabel={common.value.close} onClose={onClose}>
      {text !== undefined && <blockquote class="mod-quote" lang={lang}>{text}</blockquote>}
      <div class="mod-choices" role="group" aria-label={title} onKeyDown={onKeyDown}>
        {allReasons.map((reason, place) => (
          <button key={reason} type="button" class="button mod-choice" autoFocus={reason === likely} onClick={() => onReason(reason)}>
            <kbd aria-hidden="true">{place + 1}</kbd>{reasons.value[reason]}
          </button>
        ))}
      </div>
      <p class="small quiet">{moderator.value.refuseHint}</p>
    </Dialog>
  );
}
