// SPDX-License-Identifier: MIT
// The outline of the mark on a grid of 64, for the page and for what is drawn outside it (the join card).
export const hatNote = 'M24.6 26.7 29.5 2.5 45 6.8 40.8 26.6Q32.5 28.3 24.6 26.7Z';
export const hatItself = 'M24.2 14.9A30 10.5 0 1 0 45.3 15.4L44.2 20.1A18 5.2 0 1 1 23.4 19.5Z' +
  'M13.4 36.6C19 38 25.3 38.6 32 38.6S45 38 50.6 36.6L50 43C44.5 44.3 38.4 44.9 32 44.9S19.5 44.3 14 43Z' +
  'M14.3 46.6C20 47.9 26 48.5 32 48.5S44 47.9 49.7 46.6L48.7 57.6C44 60.2 38 61.5 32 61.5S20 60.2 15.3 57.6Z';
