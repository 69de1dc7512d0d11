// SPDX-License-Identifier: MIT
// What was asked back last, and what came out of the hat in reply, under the question that is being answered.
import { presenter } from '../../i18n/presenter';
import type { AskBack } from '../../replica/replica';
import { FitText } from '../../ui/FitText';
import { media } from '../../ui/media';

/** 28 to 60 px at 1920x1080: the question itself stays the largest. */
const smallest = 1.75;
const largest = 3.75;

/** A window beside slides, or a screen that stands: room for the reply alone. */
const small = media('(max-width: 839px), (max-aspect-ratio: 11/10)');

export function AskedBack({ exchange }: { exchange: AskBack }) {
  const words = presenter.value;
  const { text = '', reply = '', lang = '', reply_lang: replyLang = '' } = exchange;
  const replied = exchange.state === 'replied';
  // The words that are longer get the more room, within reason: a short one must not become a shout.
  const asked = !replied || !small.value;
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
export const share = (text: string): number => Math.max(fewestCharacters, text.length);
