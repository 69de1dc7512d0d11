// SPDX-License-Identifier: MIT
// Random bits as base64url, as every page makes them.
import { randomBytes } from 'node:crypto';

const made = (/** @type {number} */ bytes) => randomBytes(bytes).toString('base64url');

/** 128 bits: session, question, topic, command, link, token, secret. */
export const makeId = () => made(16);
/** 80 bits. */
export const makeJoinKey = () => made(10);
