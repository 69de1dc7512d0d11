// SPDX-License-Identifier: MIT
// The words of a session's life: what it is called, how one gets in, how it ends. The desk and the home page both say them, and they
// must say the same.
import { catalogue } from './index';

export const life = catalogue({
  nl: {
    lobby: 'Verzamelen',
    live: 'Bezig',
    ended: 'Afgelopen',
    closed: 'Gesloten',

    rename: 'Wijzig de titel',
    renamed: 'De titel is gewijzigd.',

    changeCode: 'Kies een andere code',
    codeChanged: 'Er is een andere code.',

    end: 'Beëindig de sessie',
    saidEnded: 'De sessie is afgelopen.',
    again: 'Begin toch weer',
    saidAgain: 'De sessie gaat weer verder.',
    undo: 'Maak ongedaan',

    close: 'Sluit de sessie',
    saidClosed: 'De sessie is gesloten. De hoed is leeg.',

    keptUntil: (day: string) => `Bewaard tot en met ${day}`,
  },
  en: {
    lobby: 'Gathering',
    live: 'Running',
    ended: 'Ended',
    closed: 'Closed',

    rename: 'Change the title',
    renamed: 'The title was changed.',

    changeCode: 'Take another code',
    codeChanged: 'There is another code.',

    end: 'End the session',
    saidEnded: 'The session has ended.',
    again: 'Start again',
    saidAgain: 'The session goes on.',
    undo: 'Undo',

    close: 'Close the session',
    saidClosed: 'The session is closed. The hat is empty.',

    keptUntil: (day: string) => `Kept up to and including ${day}`,
  },
});
