// SPDX-License-Identifier: MIT
import { deskCommandWithinMs } from './limits';
import type { Outbox } from './outbox';
import type { Id } from './wire/ids';
import type { Command } from './wire/messages';

/** For a desk: everything at once, and forgotten when it is no longer what the person wants. */
export function memoryOutbox(expired: (command: Command) => void): Outbox {
  const waiting = new Map<Id, Command>();
  return {
    add(command) {
      waiting.set(command.id, command);
      setTimeout(() => { if (waiting.delete(command.id)) expired(command); }, deskCommandWithinMs);
      return true;
    },
    due: (inFlight) => [...waiting.values()].filter(({ id }) => !inFlight.has(id)),
    settle({ id }) {
      const command = waiting.get(id) ?? null;
      waiting.delete(id);
      return command;
    },
  };
}
