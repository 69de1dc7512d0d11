// SPDX-License-Identifier: MIT
// Words that every page needs.
import { first } from './first';
import { catalogue } from './index';

export { rejections, rejectionText } from './rejections';
export { troubles } from './troubles';

export const common = catalogue({
  nl: {
    ...first.nl,
    rehearsal: 'Repetitie. Wat je nu vraagt, wordt straks weggegooid.',
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
    anonymity: 'Wat wordt bewaard en wat niet',
    help: 'Uitleg',
    stoppedTitle: 'Dit scherm is gestopt',
    reload: 'Laad opnieuw',
    newLink: 'Vraag de begeleider om een nieuwe link.',
  },
  en: {
    ...first.en,
    rehearsal: 'Rehearsal. What you ask now will be thrown away later.',
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
    anonymity: 'What is kept and what is not',
    help: 'Help',
    stoppedTitle: 'This screen has stopped',
    reload: 'Reload',
    newLink: 'Ask the facilitator for a new link.',
  },
});
