// SPDX-License-Identifier: MIT
// The one thing to do now. What it is follows from where the session is; everything else stays possible beside it.
import { facilitator } from '../../i18n/facilitator';
import { sift } from '../../replica/sift';
import type { Store } from '../../store';
import { highlightedOf } from './Now';
import { finish, show, start, toggleJoinPanel } from './wishes';

export function PrimaryAction({ store }: { store: Store }) {
  const { label, run } = nextStep(store);
  return <button type="button" class="button primary wide primary-action" onClick={run}>{label}</button>;
}

function nextStep(store: Store): { label: string; run: () => void } {
  const words = facilitator.value;
  const session = store.session.value;
  if (session?.phase === 'lobby') return { label: words.goLive, run: () => void start(store) };
  const now = highlightedOf(store);
  if (now) return { label: words.markAnswered, run: () => void finish(store, now.id) };
  const [top] = sift(store.questions.value, { order: 'support', words: '', topic: '' });
  if (top) return { label: words.showTop, run: () => void show(store, top.id) };
  return { label: session?.join_panel ? words.hideJoin : words.showJoin, run: () => void toggleJoinPanel(store) };
}
