// SPDX-License-Identifier: MIT
// The seam to the view library: what a page knows, as signals, and the one way to want something, `send`. Views read signals
// and call intents; they never see the socket, the storage or a message.
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { ConnectionView } from './connection/machine';
import { emptyReplica, type Link, type Question, type Receipt, type Replica, type Session, type Topic } from './replica/replica';
import type { ClockMessage, CommandBodies, CommandType, Hello, Pairing, Paired, Params, RejectionCode, Welcome } from './wire/messages';

/** How a command ended. `no_connection`: it never left. `no_answer`: it left, and what became of it is not known. */
export type Outcome =
  | { ok: true; receipt?: string }
  | { ok: false; code: RejectionCode | 'no_connection' | 'no_answer' | (string & {}); params: Params };

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

/** A desk, by the secret of its link. Its commands live in memory: nobody wants a highlight of ten minutes ago. */
export function createDeskStore(secret: string): Store {
  return createStore(() => ({ t: 'hello', protocol: 1, role: 'desk', secret }));
}

/** A screen without a link, which shows a pairing code. */
export function createPairingStore(): Store {
  return createStore(() => ({ t: 'hello', protocol: 1, role: 'pairing' }));
}

function createStore(_hello: () => Hello): Store {
  const replica = signal<Replica>(emptyReplica);
  const clock = signal<ClockMessage | null>(null);
  return {
    connection: signal<ConnectionView>({ at: 'idle' }),
    trouble: signal(null), caughtUp: signal(false), welcome: signal(null), replica,
    session: computed(() => replica.value.session.get('')),
    topics: computed(() => [...replica.value.topic.values()].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))),
    questions: computed(() => [...replica.value.question.values()]),
    receipts: computed(() => replica.value.receipt),
    links: computed(() => [...replica.value.link.values()]),
    roundLeftMs: computed(() => clock.value?.round?.left_ms ?? null),
    timerLeftMs: computed(() => clock.value?.timer?.left_ms ?? null),
    pairing: signal(null), paired: signal(null),
    send: () => Promise.resolve({ ok: false, code: 'no_connection', params: {} }),
    start() {}, stop() {},
  };
}
