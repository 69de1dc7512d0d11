// SPDX-License-Identifier: MIT
// What is said in the demo, in the language that was asked for. All of it is made up; nobody in it exists.
import { en } from './script.en.mjs';
import { nl } from './script.nl.mjs';

/**
 * @typedef {{answer: string, promise?: string, role?: string}} Said
 *
 * One question: `topic` by its place, `appeal` from 0 to 1 (which part of the room supports it). `opening`: among the first.
 * `same`: asks what the line before it asks, so the moderator merges it. `refuse`: for this reason. `cover`: these words hide a name.
 * What is missing is taken from `others`.
 * @typedef {{topic: number, appeal: number, text: string, opening?: true, same?: true, pin?: true, label?: string, refuse?: string, cover?: string,
 *   note?: string, askBack?: string, reply?: string} & Partial<Said>} Line
 *
 * `toVisitors`: to whoever asks something with a phone of their own.
 * @typedef {{lang: 'nl' | 'en', title: string, topics: string[], lines: Line[],
 *   others: {answers: Said[], roles: string[], reply: string, toVisitors: Said}, board: import('./board.mjs').BoardWords}} Script
 */

/** @type {Record<string, Script>} */
export const scripts = { nl, en };
