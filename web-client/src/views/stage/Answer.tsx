// SPDX-License-Identifier: MIT
// The answer card as everybody sees it.
import { longDay } from '../../i18n/days';
import { stage } from '../../i18n/stage';
import type { Answer as AnswerCard } from '../../replica/replica';

export function Answer({ answer }: { answer: AnswerCard }) {
  const words = stage.value;
  const { text, promise, role, day = '', lang } = answer;
  return (
    <section class="stage-answer" aria-label={words.answerCard}>
      {text && <><h3>{words.answerWas}</h3><p lang={lang} dir="auto">{text}</p></>}
      {promise && <><h3>{words.promiseWas}</h3><p lang={lang} dir="auto">{promise}</p></>}
      <p class="small quiet">{[role, longDay(day)].filter(Boolean).join(' · ')}</p>
    </section>
  );
}
