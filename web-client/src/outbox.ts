// SPDX-License-Identifier: MIT
// What waits to be sent, as the store sees it. Two kinds: a phone keeps it in storage (keep/outbox.ts), a desk in
// memory (memoryOutbox.ts).
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
