// SPDX-License-Identifier: MIT
// What was asked back last, and what came out of the hat in reply, under the question that is being answered.
import { presenter } from '../../i18n/presenter';
import type { AskBack } from '../../replica/replica';
import { FitText } from '../../ui/FitText';
import { smallWindow } from './smallWindow';

/** 28 to 60 px at 1920x1080: the question itself stays the largest. */
const smallest = 1.75;
const largest = 3.75;

export function AskedBack({ exchange }: { exchange: AskBack }) {
  const words = presenter.value;
  const { text = '', reply = '', lang = '', reply_lang: replyLang = '' } = exchange;
  const replied = exchange.state === 'replied';
  // A small window has room for one of the two.
  const asked = !replied || !smallWindow.value;
  const rows = !asked ? 'auto minmax(0, 1fr)' : replied ? `auto minmax(0, ${share(text)}fr) auto minmax(0, ${share(reply)}fr)` : 'auto minmax(0, 1fr) auto';
  return (
    <section class="asked-back" aria-label={words.askedBack} style={{ gridTemplateRows: rows }}>
      {asked && <><h2>{words.askedBack}</h2><FitText text={text} lang={lang} min={smallest} max={replied ? 2.5 : largest} /></>}
      {replied
        ? <><h2 class="asked-back-reply">{words.replied}</h2><FitText text={reply} lang={replyLang} min={smallest} max={largest} /></>
        : <p class="asked-back-waits">{words.replyWaits}</p>}
    </section>
  );
}

const fewestCharacters = 60;
/** The longer words get the more room, within reason: a short one must not become a shout. */
export const share = (text: string): number => Math.max(fewestCharacters, text.length);
