// SPDX-License-Identifier: MIT
// What became of everything that came out of the hat, in as few words as the back row needs.
import { catalogue } from './index';

export const tally = catalogue({
  nl: {
    tally: 'Wat er van de vragen werd',
    received: 'uit de hoed',
    shown: 'te zien',
    answered: 'beantwoord',
    merged: 'samengevoegd',
    refused: 'geweigerd',
  },
  en: {
    tally: 'What became of the questions',
    received: 'out of the hat',
    shown: 'shown',
    answered: 'answered',
    merged: 'merged',
    refused: 'refused',
  },
});
