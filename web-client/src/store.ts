// SPDX-License-Identifier: MIT
// The seam to the view library: what a page knows, as signals, and the one way to want something, `send`. Views read signals
// and call intents; they never see the socket, the storage or a message.
import { batch, computed, signal, type ReadonlySignal } from './signals';
import { clockFrom, noClock, roundLeftMs, timerLeftMs, type Clock } from './clock';
import { createConnection } from './connection/connection';
import type { ConnectionView } from './connection/machine';
import { browserReloader, type Reloader } from './connection/reload';
import { countdownTickMs, troubleAfterMs } from './limits';
import { memoryOutbox } from './memoryOutbox';
import type { Outbox } from './outbox';
import {
  applyFrame, emptyReplica, hole, type Link, type Question, type Receipt, type Replica, type Session, type Topic,
} from './replica/replica';
import { command as makeCommand, deskHello, pairingHello } from './wire/encode';
import { makeId, type Id } from './wire/ids';
import type {
  Command, CommandBodies, CommandType, Frame, FromServer, Hello, Paired, Pairing, Params, RejectionCode, Reply, Resume, Welcome,
} from './wire/messages';

/** How a command ended. `no_connection`: it never left. `no_answer`: it left, and what became of it is not known. */
export type Outcome =
  | { ok: true; receipt?: string }
  | { ok: false; code: RejectionCode | 'no_connection' | 'no_answer' | 'outbox_full' | (string & {}); params: Params };

export interface Store {
  readonly connection: ReadonlySignal<ConnectionView>;
  /** Something is wrong for longer than a hiccup: why. `null` is the normal case, and then no word about it is shown. */
  readonly trouble: ReadonlySignal<string | null>;
  /** The frames of this connection have come: what is shown is the state of now. */
  readonly caughtUp: ReadonlySignal<boolean>;
  readonly welcome: ReadonlySignal<Welcome | null>;
  readonly replica: ReadonlySignal<Replica>;
  /** Undefined until the first snapshot. */
  readonly session: ReadonlySignal<Session | undefined>;
  /** In the order of the screen. */
  readonly topics: ReadonlySignal<readonly Topic[]>;
  /** In the order in which they came out of the hat: newest round first, within a round by place. */
  readonly questions: ReadonlySignal<readonly Question[]>;
  readonly receipts: ReadonlySignal<ReadonlyMap<string, Receipt>>;
  readonly links: ReadonlySignal<readonly Link[]>;
  /** What is left of the round and of the timer, in ms; `null` when there is none. Move twice a second while they run. */
  readonly roundLeftMs: ReadonlySignal<number | null>;
  readonly timerLeftMs: ReadonlySignal<number | null>;
  /** For a screen without a link: the code that a facilitator confirms, and in the end the secret of its link. */
  readonly pairing: ReadonlySignal<Pairing | null>;
  readonly paired: ReadonlySignal<Paired | null>;

  send<T extends CommandType>(type: T, body: CommandBodies[T]): Promise<Outcome>;
  start(): void;
  stop(): void;
}

export interface StoreParts {
  hello(resume: Resume | null): Hello;
  outbox: Outbox;
  /** Every command that has ended, also those of an earlier page that this one found in the outbox. */
  settled?(command: Command, outcome: Outcome): void;
  reloader?: Reloader;
  /** The state of now is here, and nothing that waited has left yet. */
  caughtUp?(): void;
}

export function createStore({ hello, outbox, settled, reloader, caughtUp: onCaughtUp }: StoreParts): Store & { flush(): void; expire(command: Command): void } {
  const connectionView = signal<ConnectionView>({ at: 'idle' });
  const trouble = signal<string | null>(null);
  const caughtUp = signal(false);
  const welcome = signal<Welcome | null>(null);
  const replica = signal<Replica>(emptyReplica);
  const clock = signal<Clock>(noClock);
  const now = signal(performance.now());
  const pairing = signal<Pairing | null>(null);
  const paired = signal<Paired | null>(null);

  const inFlight = new Set<Id>();  // left on this connection, no reply yet
  const left = new Set<Id>();  // left on some connection: what became of it may not be known
  const asked = new Map<Id, (outcome: Outcome) => void>();
  let troubleTimer: ReturnType<typeof setTimeout> | undefined;
  let ticker: ReturnType<typeof setInterval> | undefined;

  const resume = (): Resume | null => {
    const { epoch, n } = replica.peek();
    return n > 0 ? { epoch, frame: n } : null;
  };

  const connection = createConnection({
    hello: () => hello(resume()),
    owed: () => inFlight.size > 0,
    flush,
    show,
    receive: (message) => batch(() => receive(message)),
  }, reloader ?? browserReloader());

  function receive(message: FromServer): 'taken' | 'hole' {
    switch (message.t) {
      case 'welcome':
        welcome.value = message;
        return 'taken';
      case 'frame':
      case 'snapshot': return take(message);
      case 'clock':
        now.value = performance.now();
        clock.value = clockFrom(message, now.value);
        // The clock comes after the frames that were missed: from here on what we have is the state of now.
        if (!caughtUp.peek()) onCaughtUp?.();
        caughtUp.value = true;
        flush();
        return 'taken';
      case 'reply':
        end(message);
        return 'taken';
      case 'pairing':
        pairing.value = message;
        return 'taken';
      case 'paired':
        paired.value = message;
        return 'taken';
      case 'pong': return 'taken';
    }
  }

  function take(frame: Frame): 'taken' | 'hole' {
    const next = applyFrame(replica.peek(), frame);
    if (next === hole) {
      replica.value = { ...replica.peek(), n: 0 };  // asks for a snapshot; what is on the screen stays until it comes
      return 'hole';
    }
    replica.value = next;
    return 'taken';
  }

  function end(reply: Reply): void {
    inFlight.delete(reply.id);
    const command = outbox.settle(reply);
    if (command) conclude(command, reply.ok
      ? { ok: true, ...(reply.receipt !== undefined && { receipt: reply.receipt }) }
      : { ok: false, code: reply.code, params: reply.params });
    flush();
  }

  function conclude(command: Command, outcome: Outcome): void {
    inFlight.delete(command.id);
    left.delete(command.id);
    settled?.(command, outcome);
    asked.get(command.id)?.(outcome);
    asked.delete(command.id);
  }

  /** Nobody waits for this command any longer. */
  const expire = (command: Command) =>
    conclude(command, { ok: false, code: left.has(command.id) ? 'no_answer' : 'no_connection', params: {} });

  function flush(): void {
    if (connectionView.peek().at !== 'open' || !caughtUp.peek()) return;
    for (const command of outbox.due(inFlight)) {
      connection.send(command);
      inFlight.add(command.id);
      left.add(command.id);
    }
  }
  outbox.onDue?.(flush);

  function show(view: ConnectionView): void {
    batch(() => {
      connectionView.value = view;
      if (view.at === 'open') {
        clearTimeout(troubleTimer);
        troubleTimer = undefined;
        trouble.value = null;
        return;
      }
      caughtUp.value = false;
      inFlight.clear();
      const because = view.at === 'waiting' || view.at === 'stopped' ? view.because : 'lost';
      if (view.at === 'stopped' || trouble.value !== null) {
        // While it tries again the reason of before still holds.
        if (view.at !== 'connecting') trouble.value = because;
      } else if (view.at !== 'idle') {
        troubleTimer ??= setTimeout(() => {
          const last = connectionView.peek();
          trouble.value = last.at === 'waiting' ? last.because : 'lost';
        }, troubleAfterMs);
      }
    });
  }

  return {
    connection: connectionView, trouble, caughtUp, welcome, replica, pairing, paired, flush, expire,
    session: computed(() => replica.value.session.get('')),
    topics: computed(() => [...replica.value.topic.values()].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))),
    questions: computed(() => [...replica.value.question.values()]
      .sort((a, b) => (b.round ?? 0) - (a.round ?? 0) || (a.place ?? 0) - (b.place ?? 0))),
    receipts: computed(() => replica.value.receipt),
    links: computed(() => [...replica.value.link.values()]),
    roundLeftMs: computed(() => roundLeftMs(clock.value, now.value)),
    timerLeftMs: computed(() => timerLeftMs(clock.value, now.value)),
    send(type, body) {
      const command = makeCommand(makeId(), type, body);
      return new Promise((resolve) => {
        asked.set(command.id, resolve);
        if (!outbox.add(command)) return conclude(command, { ok: false, code: 'outbox_full', params: {} });
        flush();
      });
    },
    start() {
      ticker = setInterval(() => { if (clock.peek() !== noClock) now.value = performance.now(); }, countdownTickMs);
      connection.start();
    },
    stop() {
      clearInterval(ticker);
      connection.stop();
    },
  };
}

/** A desk, by the secret of its link. Its commands live in memory: nobody wants a highlight of ten minutes ago. */
export function createDeskStore(secret: string): Store {
  const store = createStore({
    hello: (resume) => deskHello(secret, resume),
    outbox: memoryOutbox((command) => store.expire(command)),
  });
  return store;
}

/** A screen without a link, which shows a pairing code. */
export function createPairingStore(): Store {
  const store = createStore({ hello: pairingHello, outbox: memoryOutbox((command) => store.expire(command)) });
  return store;
}
