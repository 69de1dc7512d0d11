// SPDX-License-Identifier: MIT
// A phone's outbox: commands lie in storage until the server has answered them, through reloads, sleep and restarts of the
// server. One record per command, so that tabs add and remove without touching each other's. One command is under way at a
// time: they arrive in order, and a phone that comes back does not run into the rate limit.
import { outboxCommandsMax, outboxLeaseMs, outboxPauseMs } from '../limits';
import type { Outbox } from '../outbox';
import { command } from '../wire/encode';
import type { Id } from '../wire/ids';
import type { Command, CommandBodies, CommandType } from '../wire/messages';
import { isCount, isObject, type Shape } from '../wire/shape';
import type { Lease } from './lease';
import { readRecords, writeRecord } from './record';
import type { Storage } from './storage';

export interface PhoneOutbox extends Outbox {
  /** In order. */
  waiting(): readonly Command[];
  /** Everything is dropped: it belonged to a rehearsal that is over. */
  clear(): void;
  /** Commands of a version that this page cannot read. They are gone; the page says so. */
  readonly unreadable: number;
}

const kept: readonly CommandType[] = [
  'submit_question', 'withdraw_question', 'upvote_question', 'wish_hidden', 'judge_answer', 'reply_to_ask_back',
];

export function phoneOutbox(storage: Storage, place: string, lease: Lease): PhoneOutbox {
  const prefix = `${place}out.`;
  let flush = () => {};
  let pausedUntilTimer: ReturnType<typeof setTimeout> | undefined;
  let leaseTimer: ReturnType<typeof setTimeout> | undefined;

  function entries(): { order: number; command: Command }[] {
    return [...readRecords(storage, prefix).records]
      .flatMap(([id, record]) => readEntry(id, record) ?? [])
      .sort((a, b) => a.order - b.order || (a.command.id < b.command.id ? -1 : 1));
  }

  const found = readRecords(storage, prefix);
  const strange = [...found.unreadable, ...[...found.records].filter(([id, record]) => !readEntry(id, record)).map(([id]) => prefix + id)];
  strange.forEach((key) => storage.remove(key));

  const sameQuestion = (a: Command, b: Command) =>
    a.type === 'upvote_question' && b.type === 'upvote_question' && a.body.question === b.body.question;

  return {
    unreadable: strange.length,
    waiting: () => entries().map((entry) => entry.command),
    clear: () => entries().forEach((entry) => storage.remove(prefix + entry.command.id)),
    onDue(whenDue) { flush = whenDue; },

    add(added) {
      const before = entries();
      const replaced = before.filter((entry) => sameQuestion(entry.command, added));
      if (before.length - replaced.length >= outboxCommandsMax) return false;
      replaced.forEach((entry) => storage.remove(prefix + entry.command.id));
      const order = Math.max(0, ...before.map((entry) => entry.order)) + 1;
      writeRecord(storage, prefix + added.id, { order, type: added.type, body: added.body });
      return true;
    },

    due(inFlight) {
      const first = entries()[0];
      if (!first) {
        lease.release();
        return [];
      }
      if (inFlight.size > 0 || pausedUntilTimer !== undefined) return [];
      if (lease.hold()) return [first.command];
      clearTimeout(leaseTimer);
      leaseTimer = setTimeout(() => flush(), outboxLeaseMs);
      return [];
    },

    settle(reply) {
      if (!reply.ok && reply.code === 'too_fast') {
        clearTimeout(pausedUntilTimer);
        pausedUntilTimer = setTimeout(() => { pausedUntilTimer = undefined; flush(); }, outboxPauseMs);
        return null;
      }
      const ended = entries().find((entry) => entry.command.id === reply.id)?.command ?? null;
      if (ended) storage.remove(prefix + ended.id);
      return ended;
    },
  };
}

function readEntry(id: Id, { order, type, body }: Shape): { order: number; command: Command } | null {
  const readable = isCount(order) && kept.includes(type as CommandType) && isObject(body) && typeof body['question'] === 'string';
  return readable ? { order, command: command(id, type as CommandType, body as unknown as CommandBodies[CommandType]) } : null;
}
