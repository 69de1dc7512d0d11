// SPDX-License-Identifier: MIT
// What the facilitator's desk does not show at first sight.
import { later } from '../../ui/later';

export const deskLater = later(() => import('./afterFirstTouch'));
