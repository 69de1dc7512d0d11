// SPDX-License-Identifier: MIT
// The one thing to do now, from the question in front and the phase of the session.
import { stage } from '../../i18n/stage';
import type { Question } from '../../replica/replica';
import type { Store } from '../../store';
import { toggleJoinPanel } from '../facilitator/screen';

export interface NextStep { readonly label: string; readonly run: () => void }

interface Ways { takeIt(): void; finishIt(): void; writeCard(): void }

/** Nothing when an ended session has no question. */
export function nextStep(store: Store, question: Question | undefined, ways: Ways): NextStep | null {
  const words = stage.value;
  const session = store.session.value;
  if (!question && session?.phase === 'ended') return null;
  if (!question) return { label: session?.join_panel ? words.hideJoin : words.showJoin, run: () => void toggleJoinPanel(store) };
  // Afterwards answers are written, not spoken.
  if (question.state === 'answered' || session?.phase === 'ended') {
    const written = store.replica.value.answer.has(question.id);
    return { label: written ? words.changeCard : words.writeCard, run: ways.writeCard };
  }
  return question.state === 'highlighted' ? { label: words.answered, run: ways.finishIt } : { label: words.answerNow, run: ways.takeIt };
}
