// SPDX-License-Identifier: MIT
import { decodeDeleted, decodeSessionAnswer } from '../wire/results';
import type { DeletedAnswer, SessionAnswer } from '../wire/messages';
import { bySecret, type Asked } from './bySecret';

/** Where a session is in its life, for whoever has a facilitator's link. */
export const askSession = (secret: string): Promise<Asked<SessionAnswer>> => bySecret('GET', '/api/session', secret, decodeSessionAnswer);

/** Deletes what is left of a closed session, for good. The answer is the receipt. */
export const deleteSession = (secret: string): Promise<Asked<DeletedAnswer>> => bySecret('POST', '/api/session/delete', secret, decodeDeleted);
