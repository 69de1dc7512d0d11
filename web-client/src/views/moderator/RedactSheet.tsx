// SPDX-License-Identifier: MIT
// Covering words: tap them, see what everybody will see, then cover. The one deed of a moderator that cannot be taken back, because
// what is covered is wiped everywhere; so the sheet says it, and asks for a second tap.
import { useState } from 'preact/hooks';
import { common } from '../../i18n/common';
import { moderator } from '../../i18n/moderator';
import { covered, partsOf, stretchesOf, type Stretch } from '../../text/redaction';
import { Dialog } from '../../ui/Dialog';
import type { Lang } from '../../wire/messages';

interface RedactSheetProps { text: string; lang: Lang | undefined; onCover: (stretches: readonly Stretch[]) => void; onClose: () => void }

export function RedactSheet({ text, lang, onCover, onClose }: RedactSheetProps) {
  const words = moderator.value;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const parts = partsOf(text);
  const stretches = stretchesOf(parts, chosen);
  const toggle = (place: number) => setChosen((now) => {
    const next = new Set(now);
    if (!next.delete(place)) next.add(place);
    return next;
  });
  const cover = () => {
    if (chosen.size === 0) return;
    onClose();
    onCover(stretches);
  };
  const firstWord = parts.findIndex(({ word }) => word);
  return (
    <Dialog title={words.redactTitle} closeLabel={common.value.close} class="mod-redact" onClose={onClose}>
      <p class="small quiet">{words.redactHint}</p>
      <div class="mod-words" lang={lang} role="group" aria-label={words.redactTitle}>
        {parts.map((part, place) => (part.word
          ? <button key={place} type="button" class="mod-word" aria-pressed={chosen.has(place)} autoFocus={place === firstWord} onClick={() => toggle(place)}>{part.text}</button>
          : <span key={place}>{part.text}</span>))}
      </div>
      <section class="mod-preview" aria-labelledby="mod-preview">
        <h3 id="mod-preview" class="small">{words.redactPreview}</h3>
        <p lang={lang}>{covered(text, stretches)}</p>
      </section>
      <p class="notice warn small">{words.redactFinal}</p>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>{common.value.cancel}</button>
        <button type="button" class="button warn" aria-disabled={chosen.size === 0} onClick={cover}>{chosen.size === 0 ? words.redactNone : words.redactDo(chosen.size)}</button>
      </div>
    </Dialog>
  );
}
