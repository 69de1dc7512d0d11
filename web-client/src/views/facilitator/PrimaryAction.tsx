// SPDX-License-Identifier: MIT
// The one thing to do now. What it is follows from where the session is; everything else stays possible beside it.
import { facilitator } from '../../i18n/facilitator';
import { makeResultsLink } from '../../intent/setResultsLink';
import type { Question } from '../../replica/replica';
import { isShown } from '../../replica/shown';
import { sift } from '../../replica/sift';
import type { Store } from '../../store';
import { deskLink, resultsLink } from '../addresses';
import { act } from './act';
import { highlightedOf } from './Now';
import { toggleJoinPanel } from './screen';
import { finish, show, start } from './wishes';

export function PrimaryAction({ store, secret }: { store: Store; secret: string }) {
  const { label, run } = nextStep(store, secret);
  return <button type="button" class="button primary wide primary-action" onClick={run}>{label}</button>;
}

function nextStep(store: Store, secret: string): { label: string; run: () => void } {
  const words = facilitator.value;
  const session = store.session.value;
  if (session?.phase === 'lobby') return { label: words.goLive, run: () => void start(store) };
  const shown = store.questions.value.filter(isShown);
  if (session?.phase === 'ended') return afterTheEnd(store, secret, shown);
  const now = highlightedOf(store);
  if (now) return { label: words.markAnswered, run: () => void finish(store, now.id) };
  const [top] = sift(shown, { order: 'support', words: '', topic: '' }).sort((a, b) => (b.support ?? 0) - (a.support ?? 0));
  if (top) return { label: words.showTop, run: () => void show(store, top.id) };
  return { label: session?.join_panel ? words.hideJoin : words.showJoin, run: () => void toggleJoinPanel(store) };
}

/** What is left to do is to write; and when all is written, to show what came of it. */
function afterTheEnd(store: Store, secret: string, shown: readonly Question[]): { label: string; run: () => void } {
  const words = facilitator.value;
  const { answer } = store.replica.value;
  const results = store.session.value?.results ?? '';
  if (shown.some(({ id, state }) => state === 'open' && !answer.has(id))) {
    return { label: words.answerOpen, run: () => location.assign(deskLink('', 'stage', secret)) };
  }
  if (results === '') return { label: words.makeResults, run: () => void act(makeResultsLink(store)) };
  return { label: words.seeResults, run: () => location.assign(resultsLink('', results)) };
}
