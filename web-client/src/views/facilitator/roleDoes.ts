// SPDX-License-Identifier: MIT
// What each link opens, in a sentence for whoever is about to hand it out.
import { facilitatorLater } from '../../i18n/facilitatorLater';
import type { DeskRole } from '../../wire/messages';

export function roleDoes(role: DeskRole): string {
  const words = facilitatorLater.value;
  return { facilitator: words.doesFacilitator, moderator: words.doesModerator, stage: words.doesStage, presenter: words.doesPresenter }[role];
}
