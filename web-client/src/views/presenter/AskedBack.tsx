// SPDX-License-Identifier: MIT
// What was asked back last, and what came out of the hat in reply: in a column of its own, so that the question that is being
// answered stays large. What does not fit at the smallest size that ten metres allow is cut, and the screen says where the rest is.
import { useState } from 'preact/hooks';
import { presenter } from '../../i18n/presenter';
import { questionGraphemesMax } from '../../limits';
import type { AskBack } from '../../replica/replica';
import { FitText } from '../../ui/FitText';
import { smallWindow } from './smallWindow';

/** 28 to 48 px at 1920x1080: where the question begins, they end. */
const smallest = 1.75;
const largest = 3;

export function AskedBack({ exchange }: { exchange: AskBack }) {
  const words = presenter.value;
  const { text = '', reply = '', lang = '', reply_lang: replyLang = '' } = exchange;
  const [askedCut, setAskedCut] = useState(false);
  const [replyCut, setReplyCut] = useState(false);
  const replied = exchange.state === 'replied';
  // A small window has room for one of the two.
  const asked = !replied || !smallWindow.value;
  const cut = (asked && askedCut) || (replied && replyCut);
  const rows = [...(asked ? ['auto', room(text)] : []), ...(replied ? ['auto', room(reply)] : ['auto']), 'auto'].join(' ');
  return (
    <section class="asked-back" aria-label={words.askedBack} style={{ gridTemplateRows: rows }}>
      {asked && <><h2>{words.askedBack}</h2><FitText text={text} lang={lang} min={smallest} max={replied ? 2.25 : largest} onCut={setAskedCut} /></>}
      {replied
        ? <><h2 class="asked-back-reply">{words.replied}</h2><FitText text={reply} lang={replyLang} min={smallest} max={largest} onCut={setReplyCut} /></>
        : <p class="asked-back-waits">{words.replyWaits}</p>}
      {cut && <p class="asked-back-cut">{words.cut}</p>}
    </section>
  );
}

/** So few words stand at their largest wherever they are, and need no room to be shared out. */
const atAGlance = 80;
const room = (text: string): string => (text.length <= atAGlance && !smallWindow.value ? 'auto' : `minmax(0, ${share(text)}fr)`);

const fewestCharacters = 60;
/** The longer words get the more room, within reason: a short one must not become a shout, and a desk that asks back at length
 * leaves a reply its half. */
export const share = (text: string): number => Math.min(Math.max(fewestCharacters, text.length), questionGraphemesMax);
