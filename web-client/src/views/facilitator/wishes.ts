// SPDX-License-Identifier: MIT
// What one tap on the desk means, where it is more than one intent. Shared by the buttons and the keys.
import { facilitator } from '../../i18n/facilitator';
import { life } from '../../i18n/life';
import { endSession } from '../../intent/endSession';
import { goLive } from '../../intent/goLive';
import { highlightQuestion } from '../../intent/highlightQuestion';
import { markAnswered } from '../../intent/markAnswered';
import { reopenQuestion } from '../../intent/reopenQuestion';
import { makeResultsLink } from '../../intent/setResultsLink';
import { setScreen } from '../../intent/setScreen';
import type { Store } from '../../store';
import { say } from '../../ui/Toast';
import { act } from './act';

const screenOf = (store: Store) => {
  const session = store.session.value;
  return { blank: session?.blank ?? false, joinPanel: session?.join_panel ?? false };
};

export const toggleBlank = (store: Store): Promise<boolean> => {
  const screen = screenOf(store);
  return act(setScreen(store, { ...screen, blank: !screen.blank }));
};

export const toggleJoinPanel = (store: Store): Promise<boolean> => {
  const screen = screenOf(store);
  return act(setScreen(store, { blank: false, joinPanel: !screen.joinPanel }));
};

/** Who shows a question wants the room to see it: whatever covers the projector goes away with it. */
const uncover = async (store: Store): Promise<void> => {
  const { blank, joinPanel } = screenOf(store);
  if (blank || joinPanel) await act(setScreen(store, { blank: false, joinPanel: false }));
};

export async function start(store: Store): Promise<void> {
  if (await act(goLive(store))) await uncover(store);
}

export async function show(store: Store, question: string): Promise<void> {
  if (await act(highlightQuestion(store, question))) await uncover(store);
}

export async function finish(store: Store, question: string): Promise<void> {
  if (!await act(markAnswered(store, question))) return;
  const words = facilitator.value;
  say(words.saidAnswered, { label: words.undo, run: () => void act(reopenQuestion(store, question)) });
}

/** With the link of the results first: phones then have it with the end itself. */
export async function end(store: Store, withResults: boolean): Promise<void> {
  if (withResults && !await act(makeResultsLink(store))) return;
  if (!await act(endSession(store))) return;
  say(life.value.saidEnded, { label: life.value.undo, run: () => void startAgain(store) });
}

/** Ended by mistake, or too early. The projector stays as it is. */
export async function startAgain(store: Store): Promise<void> {
  if (await act(goLive(store))) say(life.value.saidAgain);
}
