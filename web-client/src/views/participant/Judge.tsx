// SPDX-License-Identifier: MIT
// "Was your question answered?", at an own question. Counted, and attached to nobody.
import { words } from '../../i18n/ownQuestions';
import { rejectionText } from '../../i18n/rejections';
import { judgeAnswer } from '../../intent/judgeAnswer';
import type { OwnQuestion } from '../../keep/ownQuestions';
import { verdictsShownFrom } from '../../limits';
import type { ParticipantStore } from '../../participantStore';
import { Choice } from '../../ui/Choice';

export function Judge({ store, own }: { store: ParticipantStore; own: OwnQuestion }) {
  const text = words.value;
  const ended = own.judge_answer;
  const refused = typeof ended === 'object' && !ended.ok ? rejectionText(ended.code, ended.params) : '';
  return (
    <div class="own-judge">
      <Choice legend={text.judge} value={own.verdict ?? ''} onChoose={(verdict) => { if (verdict !== '') void judgeAnswer(store, own, verdict); }}
        options={[{ value: 'yes', label: text.judgeYes }, { value: 'partly', label: text.judgePartly }, { value: 'no', label: text.judgeNo }]} />
      <p class="small quiet" role="status">{refused || (own.verdict ? text.judgeCounts(verdictsShownFrom) : text.judgeHint)}</p>
    </div>
  );
}
