// SPDX-License-Identifier: MIT
// The support of a question, and the button that adds one's own. One's own choice shows at once; the count waits for the round.
import { firstWords } from '../../i18n/first';
import { number } from '../../i18n/index';
import { upvoteQuestion } from '../../intent/upvoteQuestion';
import type { ParticipantStore } from '../../participantStore';
import { supports } from '../../replica/overlay';
import type { Question } from '../../replica/replica';
import { laterCome } from './later';

export function SupportPill({ store, question, describedBy }: { store: ParticipantStore; question: Question; describedBy: string }) {
  const mine = supports(question.id, store.votes.value);
  const toggle = () => {
    const outcome = upvoteQuestion(store, question.id, !mine);
    void laterCome.then((more) => more.tellOfVote(store, !mine, outcome));
  };
  return (
    <button type="button" class="pill" aria-pressed={mine} aria-describedby={describedBy} onClick={toggle}
      disabled={question.state === 'answered' || store.session.value?.phase === 'ended'}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
        <path d={mine ? 'M5 13l4.5 4.5L19 7' : 'M5 14l7-7 7 7'} />
      </svg>
      <span class="pill-count number">{number(question.support ?? 0)}</span> <span class="pill-word">{firstWords.value.support}</span>
    </button>
  );
}
