// SPDX-License-Identifier: MIT
// The words of the timer, on each desk that has it.
import { catalogue, number } from './index';

export const timer = catalogue({
  nl: {
    timer: 'Timer',
    timerStart: (time: string) => `Start ${time}`,
    timerStop: 'Stop de timer',
    timerLeft: (time: string) => `Nog ${time}`,
    minutes: (n: number) => `${number(n)} min`,
  },
  en: {
    timer: 'Timer',
    timerStart: (time: string) => `Start ${time}`,
    timerStop: 'Stop the timer',
    timerLeft: (time: string) => `${time} left`,
    minutes: (n: number) => `${number(n)} min`,
  },
});
