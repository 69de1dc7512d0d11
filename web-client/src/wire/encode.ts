// SPDX-License-Identifier: MIT
// The only place that writes what the page says.
import { protocolVersion } from '../limits';
import type { Id } from './ids';
import type { Command, CommandBodies, CommandType, Hello, Join, Resume, ToServer } from './messages';

export const participantHello = (token: Id, join: Join, resume: Resume | null): Hello =>
  ({ t: 'hello', protocol: protocolVersion, role: 'participant', token, join, ...(resume && { resume }) });

export const deskHello = (secret: Id, resume: Resume | null): Hello =>
  ({ t: 'hello', protocol: protocolVersion, role: 'desk', secret, ...(resume && { resume }) });

export const pairingHello = (): Hello => ({ t: 'hello', protocol: protocolVersion, role: 'pairing' });

export const command = <T extends CommandType>(id: Id, type: T, body: CommandBodies[T]): Command =>
  ({ t: 'command', id, type, body }) as Command;

export const encode = (message: ToServer): string => JSON.stringify(message);
