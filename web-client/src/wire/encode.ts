// SPDX-License-Identifier: MIT
// The only place that writes what the page says.
import { protocolVersion } from '../limits';
import type { Id } from './ids';
import type { Command, CommandBodies, CommandType, CreateSessionBody, Hello, Join, Resume, ToServer } from './messages';

export const participantHello = (token: Id, join: Join, resume: Resume | null): Hello =>
  ({ t: 'hello', protocol: protocolVersion, role: 'participant', token, join, ...(resume && { resume }) });

export const deskHello = (secret: Id, resume: Resume | null): Hello =>
  ({ t: 'hello', protocol: protocolVersion, role: 'desk', secret, ...(resume && { resume }) });

export const pairingHello = (): Hello => ({ t: 'hello', protocol: protocolVersion, role: 'pairing' });

export const command = <T extends CommandType>(id: Id, type: T, body: CommandBodies[T]): Command =>
  ({ t: 'command', id, type, body }) as Command;

/** Half a surrogate pair, as a keyboard may leave of an emoji, is written by JSON as an escape, and refused: it becomes U+FFFD. */
export const encode = (message: ToServer | CreateSessionBody): string =>
  JSON.stringify(message).replace(/\\(ud...|.)/g, (escape, code) => code[1] ? '\ufffd' : escape);
