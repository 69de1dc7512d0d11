// SPDX-License-Identifier: MIT
// Carries out what the machine says, with a WebSocket and timers. No decision is taken here.
import type { ToServer, FromServer, Hello } from '../wire/messages';
import { decodeMessage } from '../wire/decode';
import { encode } from '../wire/encode';
import { inOrder } from '../wire/inflate';
import { padded } from '../wire/pad';
import { step, view, type Action, type ConnectionView, type Input, type State, type Timer } from './machine';
import type { Reloader } from './reload';

export interface Page {
  hello(): Hello;
  /** Takes a message in; `hole` when it does not follow on what the page has. */
  receive(message: FromServer): 'taken' | 'hole';
  /** Commands were sent on this connection and are still waiting for their reply. */
  owed(): boolean;
  /** From here on commands may be sent. */
  flush(): void;
  show(view: ConnectionView): void;
}

export interface Connection {
  start(): void;
  stop(): void;
  send(message: ToServer): void;
}

export function createConnection(page: Page, reloader: Reloader): Connection {
  let state: State = { at: 'idle' };
  let socket: WebSocket | null = null;
  let serverBuild = __BUILD__;
  const timers = new Map<Timer, ReturnType<typeof setTimeout>>();

  function feed(input: Input): void {
    const { state: next, actions } = step(state, input);
    const changed = next !== state;
    state = next;
    if (changed) page.show(view(state));
    actions.forEach(carryOut);
  }

  function carryOut(action: Action): void {
    switch (action.do) {
      case 'connect': return connect();
      case 'disconnect': return drop();
      case 'hello': return write(page.hello());
      case 'ping': return write({ t: 'ping' });
      case 'flush': return page.flush();
      case 'arm': {
        clearTimeout(timers.get(action.timer));
        const after = action.afterMs + Math.random() * action.jitterMs;
        timers.set(action.timer, setTimeout(() => feed({ in: 'elapsed', timer: action.timer }), after));
        return;
      }
      case 'disarm': return clearTimeout(timers.get(action.timer));
      case 'reload': return void reloader.reload(action.reason, action.reason === 'new_build' ? serverBuild : __BUILD__);
    }
  }

  function connect(): void {
    drop();
    const mine = new WebSocket(location.origin.replace('http', 'ws') + '/ws');
    mine.binaryType = 'arraybuffer';
    socket = mine;
    // A socket that was given up may still speak: nobody listens to it any more.
    const whileMine = <A extends unknown[]>(use: (...args: A) => void) => (...args: A) => { if (socket === mine) use(...args); };
    const take = inOrder(whileMine(receive), whileMine(() => feed({ in: 'garbled' })));
    mine.onopen = whileMine(() => feed({ in: 'opened' }));
    mine.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => take(data);
    mine.onclose = whileMine(({ code }: CloseEvent) => feed({ in: 'closed', code }));
  }

  function drop(): void {
    const old = socket;
    socket = null;
    old?.close();
  }

  function receive(text: string): void {
    const message = decodeMessage(text);
    if (message === 'garbled') return feed({ in: 'garbled' });
    if (message === 'unknown') return feed({ in: 'heard', owed: page.owed() });
    const taken = page.receive(message);
    if (message.t === 'welcome' || (message.t === 'pairing' && state.at === 'connecting')) {
      serverBuild = message.t === 'welcome' ? message.build : __BUILD__;
      return feed({ in: 'welcomed', newBuild: serverBuild !== __BUILD__ && !reloader.tried('new_build', serverBuild) });
    }
    feed(taken === 'hole' ? { in: 'hole' } : { in: 'heard', owed: page.owed() });
  }

  function write(message: ToServer): void {
    if (socket?.readyState === WebSocket.OPEN) socket.send(padded(encode(message)));
  }

  const woke = () => { if (!document.hidden) feed({ in: 'woke' }); };

  return {
    start() {
      addEventListener('online', woke);
      addEventListener('pageshow', woke);
      document.addEventListener('visibilitychange', woke);
      feed({ in: 'start' });
    },
    stop() {
      removeEventListener('online', woke);
      removeEventListener('pageshow', woke);
      document.removeEventListener('visibilitychange', woke);
      feed({ in: 'stop' });
    },
    send(message) {
      const first = !page.owed();
      write(message);
      feed({ in: 'sent', first });
    },
  };
}
