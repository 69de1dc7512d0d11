// SPDX-License-Identifier: MIT
// Words that every page needs.
import { catalogue } from './index';

export { rejections, rejectionText } from './rejections';
export { troubles } from './troubles';

export const common = catalogue({
  nl: {
    appName: 'Durf',
    support: 'steun',
    question: 'vraag',
    questions: 'vragen',
    topic: 'thema',
    language: 'Taal',
    dutch: 'Nederlands',
    english: 'English',
    theme: 'Kleuren',
    themeSystem: 'Zoals je apparaat',
    themeLight: 'Licht',
    themeDark: 'Donker',
    close: 'Sluit',
    cancel: 'Laat maar',
    back: 'Terug',
    rehearsal: 'Repetitie. Wat je nu vraagt, wordt straks weggegooid.',
    anonymity: 'Wat wordt bewaard en wat niet',
    help: 'Uitleg',
    plainHttp: 'Dit adres heeft geen slot. Wie het netwerk beheert of aftapt, kan lezen wat je verstuurt.',
  },
  en: {
    appName: 'Durf',
    support: 'support',
    question: 'question',
    questions: 'questions',
    topic: 'topic',
    language: 'Language',
    dutch: 'Nederlands',
    english: 'English',
    theme: 'Colours',
    themeSystem: 'As on your device',
    themeLight: 'Light',
    themeDark: 'Dark',
    close: 'Close',
    cancel: 'Never mind',
    back: 'Back',
    rehearsal: 'Rehearsal. What you ask now will be thrown away later.',
    anonymity: 'What is kept and what is not',
    help: 'Help',
    plainHttp: 'This address has no lock. Whoever runs or taps the network can read what you send.',
  },
});
