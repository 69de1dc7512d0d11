// SPDX-License-Identifier: MIT
// What one tap on the stage means, where it is more than one intent, with its way back for ten seconds.
import { stage } from '../../i18n/stage';
import { clearHighlight } from '../../intent/clearHighlight';
import { highlightQuestion } from '../../intent/highlightQuestion';
import { markAnswered } from '../../intent/markAnswered';
import { reopenQuestion } from '../../intent/reopenQuestion';
import { setScreen } from '../../intent/setScreen';
import type { Store } from '../../store';
import { say } from '../../ui/Toast';
import { act } from '../facilitator/act';

const screenOf = (store: Store) => {
  const session = store.session.value;
  return { blank: session?.blank ?? false, joinPanel: session?.join_panel ?? false };
};

/** What was in front of the room before, in front of it again. */
const highlightAgain = (store: Store, before: string, screen: { blank: boolean; joinPanel: boolean }) => async () => {
  if (await act(before ? highlightQuestion(store, before) : clearHighlight(store)) && (screen.blank || screen.joinPanel)) await act(setScreen(store, screen));
};

/** Who takes a question wants the room to see it: whatever covers the projector goes away with it. */
export async function answerNow(store: Store, question: string): Promise<boolean> {
  const before = store.session.value?.highlighted ?? '';
  const screen = screenOf(store);
  if (!await act(highlightQuestion(store, question))) return false;
  if (screen.blank || screen.joinPanel) await act(setScreen(store, { blank: false, joinPanel: false }));
  const words = stage.value;
  say(words.saidNow, { label: words.undo, run: () => void highlightAgain(store, before, screen)() });
  return true;
}

export async function answered(store: Store, question: string): Promise<boolean> {
  const highlighted = store.session.value?.highlighted === question;
  if (!await act(markAnswered(store, question))) return false;
  const words = stage.value;
  // Taken back means: as it was. A question that is open again is still to be put in front of the room.
  const back = async () => { if (await act(reopenQuestion(store, question)) && highlighted) await act(highlightQuestion(store, question)); };
  say(words.saidAnswered, { label: words.undo, run: () => void back() });
  return true;
}

export async function backToQueue(store: Store, question: string): Promise<void> {
  if (!await act(clearHighlight(store))) return;
  const words = stage.value;
  say(words.saidBack, { label: words.undo, run: () => void act(highlightQuestion(store, question)) });
}

export async function reopen(store: Store, question: string): Promise<void> {
  if (!await act(reopenQuestion(store, question))) return;
  const words = stage.value;
  say(words.saidBack, { label: words.undo, run: () => void act(markAnswered(store, question)) });
}
