// SPDX-License-Identifier: MIT
// The support of a question, and the button that adds one's own. One's own choice shows at once; the count waits for the round.
import { firstWords } from '../../i18n/first';
import { number } from '../../i18n/index';
import { upvoteQuestion } from '../../intent/upvoteQuestion';
import type { ParticipantStore } from '../../participantStore';
import { supports } from '../../replica/overlay';
import type { Question } from '../../replica/replica';
import { later } from './later';

/** That the count waits for the round is said once: after that it is seen. */
let explained = false;

export function SupportPill({ store, question, describedBy }: { store: ParticipantStore; question: Question; describedBy: string }) {
  const mine = supports(question.id, store.votes.value);
  const toggle = () => {
    const more = later.peek();
    void upvoteQuestion(store, question.id, !mine).then((outcome) => {
      if (!outcome.ok) more?.say(more.rejectionText(outcome.code, outcome.params));
    });
    if (!explained && store.session.peek()?.phase === 'live' && store.connection.peek().at === 'open') {
      explained = true;
      more?.say(mine ? more.words.value.voteTaken : more.words.value.voteCounts);
    }
  };
  return (
    <button type="button" class="pill" aria-pressed={mine} aria-describedby={describedBy} onClick={toggle}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">
        <path d={mine ? 'M5 13l4.5 4.5L19 7' : 'M5 14l7-7 7 7'} />
      </svg>
      <span class="pill-count number">{number(question.support ?? 0)}</span> <span class="pill-word">{firstWords.value.support}</span>
    </button>
  );
}
