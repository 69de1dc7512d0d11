// SPDX-License-Identifier: MIT
// What was asked back last, and what came out of the hat in reply: in a column of its own, so that the question that is being
// answered stays large. What does not fit at the smallest size that ten metres allow is cut, and the screen says where the rest is.
import { useState } from 'preact/hooks';
import { presenter } from '../../i18n/presenter';
import { questionGraphemesMax } from '../../limits';
import type { AskBack } from '../../replica/replica';
import { FitText } from '../../ui/FitText';
import { smallWindow } from './smallWindow';

/** 28 to 48 px at 1920x1080: where the question begins, they end. What was asked is smaller beside its reply. */
const smallest = 1.75;
const middle = 2.25;
const largest = 3;

export function AskedBack({ exchange }: { exchange: AskBack }) {
  const words = presenter.value;
  const { text = '', reply = '', lang = '', reply_lang: replyLang = '' } = exchange;
  const [askedCut, setAskedCut] = useState(false);
  const [replyCut, setReplyCut] = useState(false);
  const replied = exchange.state === 'replied';
  // A small window has room for one of the two.
  const asked = !replied || !smallWindow.value;
  const shown = [asked && text, replied && reply].filter((one) => one !== false);
  const cut = (asked && askedCut && !isShort(text)) || (replied && replyCut && !isShort(reply));
  const rows = [...shown.map((one) => `auto ${isShort(one) ? 'auto' : `minmax(0, ${share(one)}fr)`}`), 'auto', 'auto'].join(' ');
  return (
    <section class={`asked-back ${shown.every(isShort) ? 'short' : ''}`} aria-label={words.askedBack} style={{ gridTemplateRows: rows }}>
      {asked && <><h2>{words.askedBack}</h2><Words text={text} lang={lang} max={replied ? middle : largest} onCut={setAskedCut} /></>}
      {replied
        ? <><h2 class="asked-back-reply">{words.replied}</h2><Words text={reply} lang={replyLang} max={largest} onCut={setReplyCut} /></>
        : <p class="asked-back-waits">{words.replyWaits}</p>}
      {cut && <p class="asked-back-cut">{words.cut}</p>}
    </section>
  );
}

function Words({ text, lang, max, onCut }: { text: string; lang: string; max: number; onCut: (cut: boolean) => void }) {
  if (!isShort(text)) return <FitText text={text} lang={lang} min={smallest} max={max} onCut={onCut} />;
  return <p class="asked-back-short" lang={lang || undefined} dir="auto" style={{ fontSize: `${max}rem` }}>{text}</p>;
}

/** So few characters stand at their largest wherever they are, and need no room to be shared out. */
const shortCharacters = 80;
const isShort = (text: string): boolean => text.length <= shortCharacters && !smallWindow.value;

const fewestCharacters = 60;
/** The longer words get the more room, within reason: a short one must not become a shout, and a desk that asks back at length
 * leaves a reply its half. */
export const share = (text: string): number => Math.min(Math.max(fewestCharacters, text.length), questionGraphemesMax);
