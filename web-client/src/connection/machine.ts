// SPDX-License-Identifier: MIT
// When to connect, when to doubt, when to give up: one state machine, pure. `step` takes what happened and says what to do;
// connection.ts does it with a WebSocket and timers. Randomness stays out: an action names the span, the doer picks in it.
import {
  pongWithinMs, replyWithinMs, retryBaseMs, retryCapMs, retryCodeBudgetMs, retryRefusedMs, retryTooSlowMs, settledAfterMs,
  welcomeWithinMs,
} from '../limits';

/** Why a connection is not there, and comes back by itself. */
export type Because = 'lost' | 'stopping' | 'resync' | 'too_slow' | 'session_full' | 'code_budget' | 'unavailable' | 'too_much';
/** Why a connection does not come back by itself. */
export type Stop = 'link_revoked' | 'unknown_session' | 'bad_message' | 'session_closed' | 'reload' | 'by_us';

/** What the rest of the page may know of the connection. */
export type ConnectionView =
  | { readonly at: 'idle' }
  | { readonly at: 'connecting'; readonly again: boolean }
  | { readonly at: 'open' }
  | { readonly at: 'waiting'; readonly because: Because }
  | { readonly at: 'stopped'; readonly because: Stop };

export type State =
  | { readonly at: 'idle' }
  /** `failures` counts the connections in a row that did not last (see `settledAfterMs`); it stretches the waits. */
  | { readonly at: 'connecting'; readonly failures: number; readonly because: Because | null }
  | { readonly at: 'open'; readonly failures: number }
  | { readonly at: 'waiting'; readonly failures: number; readonly because: Because }
  | { readonly at: 'stopped'; readonly because: Stop };

export type Input =
  | { readonly in: 'start' }
  | { readonly in: 'stop' }
  | { readonly in: 'opened' }
  /** The first message of the server; `newBuild`: it serves other pages than this one and we have not tried those yet. */
  | { readonly in: 'welcomed'; readonly newBuild: boolean }
  /** Anything came in: the connection lives. `owed`: commands are still waiting for their reply. */
  | { readonly in: 'heard'; readonly owed: boolean }
  /** A command left; `first`: no other was waiting for its reply. */
  | { readonly in: 'sent'; readonly first: boolean }
  /** A hole in the frames: what we have cannot be continued. */
  | { readonly in: 'hole' }
  /** The server said what the protocol does not allow. */
  | { readonly in: 'garbled' }
  | { readonly in: 'closed'; readonly code: number }
  /** The phone woke, the page came to the foreground, or the network is back. */
  | { readonly in: 'woke' }
  | { readonly in: 'elapsed'; readonly timer: Timer };

/** `retry` ends a wait; `welcome`, `pong` and `reply` end the patience with a connection; `settled` trusts it. */
export type Timer = 'retry' | 'welcome' | 'pong' | 'reply' | 'settled';
export type Reload = 'new_build' | 'protocol' | 'bug';

export type Action =
  | { readonly do: 'connect' }
  | { readonly do: 'disconnect' }
  | { readonly do: 'hello' }
  | { readonly do: 'ping' }
  | { readonly do: 'flush' }
  /** Runs after `afterMs` and a random part of `jitterMs`. Arming a timer that runs starts it anew. */
  | { readonly do: 'arm'; readonly timer: Timer; readonly afterMs: number; readonly jitterMs: number }
  | { readonly do: 'disarm'; readonly timer: Timer }
  /** The doer guards against loops: it answers by stopping, when it has reloaded for this reason before. */
  | { readonly do: 'reload'; readonly reason: Reload };

export interface Step { readonly state: State; readonly actions: readonly Action[] }

const stay = (state: State): Step => ({ state, actions: [] });
const arm = (timer: Timer, afterMs: number, jitterMs = 0): Action => ({ do: 'arm', timer, afterMs, jitterMs });
const quiet: readonly Action[] = (['retry', 'welcome', 'pong', 'reply', 'settled'] as const).map((timer) => ({ do: 'disarm', timer }));

export const retrySpanMs = (failures: number): number =>
  Math.min(retryCapMs, retryBaseMs * 2 ** Math.min(Math.max(failures - 1, 0), 10));

const connect = (failures: number, because: Because | null): Step => ({
  state: { at: 'connecting', failures, because },
  actions: [...quiet, { do: 'connect' }, arm('welcome', welcomeWithinMs)],
});

/** At least `afterMs`, and then somewhere within the span that the number of failures gives. */
const wait = (failures: number, because: Because, afterMs = 0): Step => ({
  state: { at: 'waiting', failures, because },
  actions: [...quiet, { do: 'disconnect' }, arm('retry', afterMs, retrySpanMs(failures))],
});

const stop = (because: Stop): Step => ({
  state: { at: 'stopped', because },
  actions: [...quiet, { do: 'disconnect' }],
});

/** Ends here unless the doer has not reloaded for this reason yet; then the page is replaced anyway. */
const reload = (reason: Reload): Step => {
  const { state, actions } = stop(reason === 'bug' ? 'bad_message' : 'reload');
  return { state, actions: [...actions, { do: 'reload', reason }] };
};

/** The policy of the close codes, PROTOCOL.md section 6. */
function afterClose(code: number, failures: number): Step {
  switch (code) {
    case 1001: return wait(failures, 'stopping');
    case 1003: case 1007: case 1009: return reload('bug');
    case 4000: return wait(failures, 'resync');
    case 4001: return wait(failures, 'too_slow', retryTooSlowMs);
    case 4002: return wait(failures, 'session_full', retryRefusedMs);
    case 4003: return wait(failures, 'code_budget', retryCodeBudgetMs);
    case 4004: return wait(failures, 'unavailable', retryRefusedMs);
    case 4005: return wait(failures, 'too_much', retryRefusedMs);
    case 4100: return reload('protocol');
    case 4101: return stop('link_revoked');
    case 4102: return stop('unknown_session');
    case 4103: return stop('bad_message');
    case 4104: return stop('session_closed');
    // Codes that this page does not know still carry their policy in their range.
    default: return code >= 4100 && code < 4200 ? stop('bad_message') : wait(failures, 'lost');
  }
}

export function step(state: State, input: Input): Step {
  if (input.in === 'stop') return stop('by_us');
  switch (state.at) {
    case 'idle': return input.in === 'start' ? connect(0, null) : stay(state);
    case 'stopped': return stay(state);
    case 'waiting': return stepWaiting(state, input);
    case 'connecting': return stepConnecting(state, input);
    case 'open': return stepOpen(state, input);
  }
}

function stepWaiting(state: Extract<State, { at: 'waiting' }>, input: Input): Step {
  if (input.in === 'elapsed' && input.timer === 'retry') return connect(state.failures, state.because);
  // A person who looks is not kept waiting; but a server that asked for a pause gets it.
  if (input.in === 'woke' && (state.because === 'lost' || state.because === 'stopping' || state.because === 'resync')) {
    return connect(state.failures, state.because);
  }
  return stay(state);
}

function stepConnecting(state: Extract<State, { at: 'connecting' }>, input: Input): Step {
  switch (input.in) {
    case 'opened': return { state, actions: [{ do: 'hello' }] };
    case 'welcomed':
      // A new build does not hinder: the page is replaced, and if that was tried before it goes on as it is.
      return {
        state: { at: 'open', failures: state.failures },
        actions: [...quiet, arm('settled', settledAfterMs), ...(input.newBuild ? [{ do: 'reload', reason: 'new_build' } as const] : []), { do: 'flush' }],
      };
    case 'closed': return afterClose(input.code, state.failures + 1);
    case 'garbled': return reload('bug');
    case 'hole': return wait(state.failures + 1, 'resync');
    case 'elapsed': return input.timer === 'welcome' ? wait(state.failures + 1, state.because ?? 'lost') : stay(state);
    default: return stay(state);
  }
}

function stepOpen(state: Extract<State, { at: 'open' }>, input: Input): Step {
  switch (input.in) {
    case 'heard':
      return { state, actions: [{ do: 'disarm', timer: 'pong' }, input.owed ? arm('reply', replyWithinMs) : { do: 'disarm', timer: 'reply' }] };
    case 'sent': return input.first ? { state, actions: [arm('reply', replyWithinMs)] } : stay(state);
    case 'woke': return { state, actions: [{ do: 'ping' }, arm('pong', pongWithinMs)] };
    // No answer within its time: the browser may not know for minutes that the network is gone.
    case 'elapsed':
      if (input.timer === 'settled') return stay({ at: 'open', failures: 0 });
      return input.timer === 'pong' || input.timer === 'reply' ? connect(state.failures + 1, 'lost') : stay(state);
    case 'hole': return wait(state.failures + 1, 'resync');
    case 'garbled': return reload('bug');
    case 'closed': return afterClose(input.code, state.failures + 1);
    default: return stay(state);
  }
}

export function view(state: State): ConnectionView {
  if (state.at === 'connecting') return { at: 'connecting', again: state.because !== null };
  if (state.at === 'waiting') return { at: 'waiting', because: state.because };
  return state.at === 'open' ? { at: 'open' } : state;
}
