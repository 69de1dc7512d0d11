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
import type { Store } from '../../store';
import { say } from '../../ui/Toast';
import { act } from './act';
import { uncover } from './screen';

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
  say(life.value.saidEnded, {
    label: life.value.undo, run: () => void startAgain(store), holds: () => store.session.value?.phase === 'ended',
  });
}

/** Ended by mistake, or too early. The projector stays as it is. */
export async function startAgain(store: Store): Promise<void> {
  if (await act(goLive(store))) say(life.value.saidAgain);
}
