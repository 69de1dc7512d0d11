// SPDX-License-Identifier: MIT
// True in a window beside somebody's slides and on a screen that stands: less is shown there. As in presenter.css.
import { media } from '../../ui/media';

export const smallWindow = media('(max-width: 839px), (max-aspect-ratio: 11/10)');
