// SPDX-License-Identifier: MIT
// What waits to be sent, as the store sees it. Two kinds: a phone keeps it in storage (keep/outbox.ts), a desk in memory.
import { deskCommandWithinMs } from './limits';
import type { Id } from './wire/ids';
import type { Command, Reply } from './wire/messages';

export interface Outbox {
  /** False when it is full. */
  add(command: Command): boolean;
  /** What may leave now, in order, given what left on this connection without a reply yet. */
  due(inFlight: ReadonlySet<Id>): readonly Command[];
  /** The command that this reply ends; null when the command stays, or is not one of ours. */
  settle(reply: Reply): Command | null;
  /** Is called when something may have become due by itself. */
  onDue?(flush: () => void): void;
}

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
