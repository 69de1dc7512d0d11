// SPDX-License-Identifier: MIT
import { decodeResults } from '../wire/results';
import type { ResultsAnswer } from '../wire/messages';
import { bySecret, type Asked } from './bySecret';

/** What came of a session, for whoever has the link of its results page. */
export const askResults = (secret: string): Promise<Asked<ResultsAnswer>> => bySecret('GET', '/api/results', secret, decodeResults);
