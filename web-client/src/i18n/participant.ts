// SPDX-License-Identifier: MIT
// The words that a phone shows before anything is tapped. Counted in the first load: what can wait stands in
// participantLater.ts.
import { catalogue, number, plural } from './index';

export const words = catalogue({
  nl: {
    tagline: 'Stel de vraag die niemand durft te stellen.',
    comingIn: 'Je komt binnen',
    joinCode: 'Code van het scherm',
    joinGo: 'Ga naar de sessie',
    oneMoment: 'Een ogenblik',
    ask: 'Stel je vraag',
    timer: (left: string) => `Nog ${left}`,
    now: 'Nu aan de beurt',
    answered: 'Beantwoord',
    list: 'Vragen',
    fresh: (n: number) => `${number(n)} nieuwe ${plural(n, 'vraag', 'vragen')}`,
    reorder: 'Nieuwe volgorde',
    gone: 'Deze vraag staat er niet meer.',
    noneYet: 'Nog geen vragen. De eerste zijn het moeilijkst, daarom gaan ze samen.',
    noneLobby: 'De sessie is nog niet begonnen. Je kunt al een vraag stellen: ze komen er straks samen uit.',
  },
  en: {
    tagline: 'Ask the question that nobody dares to ask.',
    comingIn: 'You are coming in',
    joinCode: 'Code on the screen',
    joinGo: 'Go to the session',
    oneMoment: 'One moment',
    ask: 'Ask your question',
    timer: (left: string) => `${left} left`,
    now: 'Now answering',
    answered: 'Answered',
    list: 'Questions',
    fresh: (n: number) => `${number(n)} new ${plural(n, 'question', 'questions')}`,
    reorder: 'New order',
    gone: 'This question is no longer here.',
    noneYet: 'No questions yet. The first are the hardest, so they come together.',
    noneLobby: 'The session has not started yet. You can ask already: the questions come out together when it does.',
  },
});
