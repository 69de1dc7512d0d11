// SPDX-License-Identifier: MIT
import { words } from '../../i18n/participantLater';
import { rejectionText } from '../../i18n/rejections';
import type { ParticipantStore } from '../../participantStore';
import type { Outcome } from '../../store';
import { say } from '../../ui/Toast';

/** That the count waits for the round is said once: after that it is seen. */
let explained = false;

/** What a person is told after a tap on a pill. */
export function tellOfVote(store: ParticipantStore, up: boolean, outcome: Promise<Outcome>): void {
  void outcome.then((ended) => { if (!ended.ok) say(rejectionText(ended.code, ended.params)); });
  if (explained || store.session.peek()?.phase !== 'live' || store.connection.peek().at !== 'open') return;
  explained = true;
  say(up ? words.value.voteCounts : words.value.voteTaken);
}
