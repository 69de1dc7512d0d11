// SPDX-License-Identifier: MIT
// The desks by name.
import { facilitator } from '../../i18n/facilitator';
import type { Link } from '../../replica/replica';
import type { DeskRole } from '../../wire/messages';

/** In the order in which they are offered: who can do least first. */
export const deskRoles: readonly DeskRole[] = ['presenter', 'stage', 'moderator', 'facilitator'];

export function roleName(role: DeskRole | undefined): string {
  const words = facilitator.value;
  switch (role) {
    case 'facilitator': return words.roleFacilitator;
    case 'moderator': return words.roleModerator;
    case 'stage': return words.roleStage;
    default: return words.rolePresenter;
  }
}

export const linkName = (link: Link): string => link.label || roleName(link.role);
