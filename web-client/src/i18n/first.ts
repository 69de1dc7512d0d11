// SPDX-License-Identifier: MIT
// Those of the common words that a phone needs before anything is tapped.
import { catalogue } from './index';

export const first = {
  nl: {
    appName: 'Durf',
    support: 'steun',
    lost: 'Geen verbinding. Wat je hier ziet blijft staan, en de verbinding komt vanzelf terug.',
    plainHttp: 'Dit adres heeft geen slot. Wie het netwerk beheert of aftapt, kan lezen wat je verstuurt.',
  },
  en: {
    appName: 'Durf',
    support: 'support',
    lost: 'No connection. What you see here stays, and the connection comes back by itself.',
    plainHttp: 'This address has no lock. Whoever runs or taps the network can read what you send.',
  },
};

export const firstWords = catalogue(first);
