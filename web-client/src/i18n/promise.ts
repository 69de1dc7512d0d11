// SPDX-License-Identifier: MIT
// The card of at most sixty words on a phone's first screen: true for what is built, the limits in the same voice.
// participant.test.ts counts the words.
import { catalogue } from './index';

export const promise = catalogue({
  nl: {
    title: 'Voor je begint',
    text: 'Je vraag gaat in een hoed en komt er zo mogelijk samen met andere uit, in willekeurige volgorde. Geen naam en geen tijd worden bewaard. Een toevalsgetal op je telefoon laat hem één keer meetellen: een open link telt toestellen. Niet beloofd: je woordkeus, kleine groepen, meekijkers, een beheerder die vooraf iets inbouwt.',
    more: 'Lees alles over anonimiteit',
    understood: 'Begrepen',
  },
  en: {
    title: 'Before you begin',
    text: 'Your question goes into a hat and comes out with others where possible, in random order. No name and no time are kept. A random number on your phone makes it count once: an open link counts devices. Not promised: your wording, small groups, people looking over shoulders, an administrator who builds something in beforehand.',
    more: 'Read all about anonymity',
    understood: 'Understood',
  },
});
