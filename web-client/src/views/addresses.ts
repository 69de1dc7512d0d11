// SPDX-License-Identifier: MIT
// Where phones and other devices find this session. From the server's own address, not from this page's: a desk that was
// opened on localhost must not put `localhost` into a QR code.
import type { DeskRole, Welcome } from '../wire/messages';

export const joinLink = ({ address, join_key }: Pick<Welcome, 'address' | 'join_key'>): string => `${address}/#${join_key}`;

export const deskLink = (address: string, role: DeskRole, secret: string): string =>
  `${address}/${role === 'facilitator' ? 'desk' : role}#${secret}`;

/** The page with what was answered and promised. */
export const resultsLink = (address: string, secret: string): string => `${address}/results#${secret}`;

/** As people read it aloud and type it: without the scheme that every browser adds by itself. */
export const spokenAddress = (address: string): string => address.replace(/^https?:\/\//, '');
