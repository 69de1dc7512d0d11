// SPDX-License-Identifier: MIT
// Those of the common words that a phone needs before anything is tapped.
import { catalogue } from './index';

export const first = {
  nl: {
    appName: 'Durf',
    support: 'steun',
    plainHttp: 'Dit adres heeft geen slot. Wie het netwerk beheert of aftapt, kan lezen wat je verstuurt.',
  },
  en: {
    appName: 'Durf',
    support: 'support',
    plainHttp: 'This address has no lock. Whoever runs or taps the network can read what you send.',
  },
};

export const firstWords = catalogue(first);
