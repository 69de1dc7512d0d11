// SPDX-License-Identifier: MIT
// "482913" as "482 913": groups of three are what people can keep in their head between the screen and their phone.
export const groupsOfThree = (digits: string): string => digits.replace(/(.{3})(?=.)/g, '$1 ');
