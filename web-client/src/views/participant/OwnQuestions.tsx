// SPDX-License-Identifier: MIT
// What was asked from this phone, behind a tap.
import { rejectionText } from '../../i18n/rejections';
import { words } from '../../i18n/participantLater';
import { forgetQuestion } from '../../intent/forgetQuestion';
import { rewriteQuestion } from '../../intent/rewriteQuestion';
import { withdrawQuestion } from '../../intent/withdrawQuestion';
import type { OwnQuestion } from '../../keep/ownQuestions';
import type { ParticipantStore } from '../../participantStore';
import { stageOf, type Stage } from '../../replica/stage';

export function OwnQuestions({ store }: { store: ParticipantStore }) {
  const own = store.own.value;
  if (own.length === 0) return null;
  const text = words.value;
  return (
    <details class="own">
      <summary>{text.ownTitle(own.length)}</summary>
      <p class="quiet small">{text.ownHint}</p>
      <ul class="own-list">{own.map((question) => <Own key={question.id} store={store} own={question} />)}</ul>
    </details>
  );
}

function Own({ store, own }: { store: ParticipantStore; own: OwnQuestion }) {
  const text = words.value;
  const stage = stageOf(own, store.replica.value, store.connection.value.at === 'open');
  const withdrawable = stage.is === 'kept' || stage.is === 'sending' || stage.is === 'held' || (stage.is === 'out' && !stage.tooLate);
  return (
    <li class="own-item">
      {own.text !== '' && <p lang={own.lang}>{own.text}</p>}
      <p class="own-stage small" role="status">{stageText(stage, own)}</p>
      <div class="own-actions">
        {withdrawable && <button type="button" class="button" onClick={() => void withdrawQuestion(store, own)}>{text.withdraw}</button>}
        {stage.is === 'refused' && <button type="button" class="button" onClick={() => rewriteQuestion(store, own)}>{text.rewrite}</button>}
        {!withdrawable && stage.is !== 'withdrawing' &&
          <button type="button" class="button plain" onClick={() => forgetQuestion(store, own.id)}>{text.forget}</button>}
      </div>
    </li>
  );
}

function stageText(stage: Stage, own: OwnQuestion): string {
  const text = words.value;
  switch (stage.is) {
    case 'kept': return text.stageKept;
    case 'sending': return text.stageSending;
    case 'held': return text.stageHeld;
    case 'out': return stage.tooLate ? text.stageTooLate : text.stageOut;
    case 'withdrawing': return text.stageWithdrawing;
    case 'withdrawn': return text.stageWithdrawn;
    case 'gone': return text.stageGone;
    case 'refused': return text.stageRefused(rejectionText(own.code, own.params));
  }
}
