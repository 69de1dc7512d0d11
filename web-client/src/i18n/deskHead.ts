// SPDX-License-Identifier: MIT
// What stands above every desk.
import { catalogue, number, plural } from './index';

export const deskHead = catalogue({
  nl: {
    people: (n: number) => `${number(n)} ${plural(n, 'telefoon', 'telefoons')}`,
    peopleHint: 'Zoveel telefoons zijn nu verbonden.',
    round: 'Volgende ronde',
    roundIn: (time: string) => `over ${time}`,
    allSessions: 'Alle sessies',
  },
  en: {
    people: (n: number) => `${number(n)} ${plural(n, 'phone', 'phones')}`,
    peopleHint: 'This many phones are connected now.',
    round: 'Next round',
    roundIn: (time: string) => `in ${time}`,
    allSessions: 'All sessions',
  },
});
