// SPDX-License-Identifier: MIT
// One question from this phone: where it is, and what its author can do about it there.
import { words } from '../../i18n/ownQuestions';
import { rejectionText } from '../../i18n/rejections';
import { reasonText } from '../../i18n/reasons';
import { forgetQuestion } from '../../intent/forgetQuestion';
import { rewriteQuestion } from '../../intent/rewriteQuestion';
import { wishHidden } from '../../intent/wishHidden';
import { withdrawQuestion } from '../../intent/withdrawQuestion';
import type { OwnQuestion as Own } from '../../keep/ownQuestions';
import type { ParticipantStore } from '../../participantStore';
import { stageOf, type Stage } from '../../replica/stage';
import { Judge } from './Judge';
import { ReplyForm } from './ReplyForm';

const withdrawable: readonly Stage['is'][] = ['kept', 'sending', 'held', 'pending', 'open', 'merged', 'hidden'];

export function OwnQuestion({ store, own }: { store: ParticipantStore; own: Own }) {
  const text = words.value;
  const stage = stageOf(own, store.replica.value, store.connection.value.at === 'open');
  const mayWithdraw = withdrawable.includes(stage.is);
  const isOver = stage.is === 'highlighted' || stage.is === 'answered';
  const joined = stage.is === 'merged' ? store.replica.value.question.get(stage.into) : undefined;
  return (
    <li class="own-item">
      {own.text !== '' && <p lang={own.lang} dir="auto">{own.text}</p>}
      <p class="own-stage small" role="status">{stage.is === 'merged' && !joined ? text.mergedGone : stageText(stage, own)}</p>
      {own.redacted && <p class="small">{text.redacted}</p>}
      {joined && <blockquote class="own-joined small" lang={joined.lang} dir="auto">{joined.text}</blockquote>}
      {(isOver || stage.is === 'open') && <ReplyForm store={store} own={own} />}
      {stage.is === 'answered' && <Judge store={store} own={own} />}
      {isOver && own.wish_hidden !== undefined && <p class="small" role="status">{wishText(own.wish_hidden)}</p>}
      <div class="own-actions">
        {mayWithdraw && <button type="button" class="button" onClick={() => void withdrawQuestion(store, own)}>{text.withdraw}</button>}
        {isOver && (own.wish_hidden === undefined || isRefused(own.wish_hidden)) &&
          <button type="button" class="button" onClick={() => void wishHidden(store, own)}>{text.hide}</button>}
        {stage.is === 'refused' && store.session.value?.phase !== 'ended' &&
          <button type="button" class="button" onClick={() => rewriteQuestion(store, own)}>{text.rewrite}</button>}
        {!mayWithdraw && stage.is !== 'withdrawing' &&
          <button type="button" class="button plain" onClick={() => forgetQuestion(store, own.id)}>{text.forget}</button>}
      </div>
    </li>
  );
}

const isRefused = (ended: Own['wish_hidden']) => typeof ended === 'object' && !ended.ok;

function wishText(ended: NonNullable<Own['wish_hidden']>): string {
  if (ended === 'waiting') return words.value.hideSending;
  return ended.ok ? words.value.hideWished : rejectionText(ended.code, ended.params);
}

function stageText(stage: Stage, own: Own): string {
  const text = words.value;
  switch (stage.is) {
    case 'kept': return text.kept;
    case 'sending': return text.sending;
    case 'held': return text.held;
    case 'pending': return text.pending;
    case 'open': return text.open;
    case 'highlighted': return stage.tooLate ? text.tooLate : text.highlighted;
    case 'answered': return stage.tooLate ? text.tooLate : text.answered;
    case 'merged': return text.merged;
    case 'hidden': return reasonText(stage.reason) ? text.hidden(reasonText(stage.reason)) : text.hiddenOnly;
    case 'withdrawing': return text.withdrawing;
    case 'withdrawn': return text.withdrawn;
    case 'gone': return text.gone;
    case 'refused': return text.refused(rejectionText(own.code, own.params));
  }
}
