// SPDX-License-Identifier: MIT
// What a glance at a question must tell, on the desks that have them all.
import { catalogue } from './index';

export const marks = catalogue({
  nl: {
    pinned: 'Staat bovenaan',
    redacted: 'Deels afgedekt',
    wished: 'Wie het vroeg, wil het verborgen hebben',
  },
  en: {
    pinned: 'Stays on top',
    redacted: 'Partly covered',
    wished: 'Who asked it wants it hidden',
  },
});
