// SPDX-License-Identifier: MIT
// A browser without a browser, and a wire whose other end the test holds: sockets open, speak and close when it says so.
import { vi } from 'vitest';
import { disk } from './disk';

export class FakeSocket {
  static all: FakeSocket[] = [];
  static readonly OPEN = 1;
  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1);
    if (!last) throw new Error('nobody has connected');
    return last;
  }

  readyState = 0;
  binaryType = '';
  readonly sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor(readonly url: string) { FakeSocket.all.push(this); }

  send(text: string): void { this.sent.push(JSON.parse(text) as Record<string, unknown>); }
  close(): void { this.readyState = 3; }

  open(): void { this.readyState = 1; this.onopen?.(); }
  say(...messages: object[]): void { messages.forEach((message) => this.onmessage?.({ data: JSON.stringify(message) })); }
  drop(code = 1006): void { this.readyState = 3; this.onclose?.({ code }); }
  /** What left, by its type; commands by the type of the command. */
  get types(): unknown[] { return this.sent.map((message) => message['type'] ?? message['t']); }
  commands(): { id: string; type: string; body: Record<string, unknown> }[] { return this.sent.filter(({ t }) => t === 'command') as never; }
}

/** Puts the browser's things in place; timers stand still until the test moves them, and jitter is at its middle. */
export function fakeBrowser() {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(.5);
  FakeSocket.all = [];
  const listeners = new Map<string, Set<(event: object) => void>>();
  const addEventListener = (type: string, listener: (event: object) => void) =>
    void (listeners.get(type) ?? listeners.set(type, new Set()).get(type)!).add(listener);
  const removeEventListener = (type: string, listener: (event: object) => void) => void listeners.get(type)?.delete(listener);
  const reload = vi.fn();
  const tabDisk = disk();
  const globals = {
    WebSocket: FakeSocket, addEventListener, removeEventListener, sessionStorage: tabDisk,
    location: { protocol: 'http:', host: '192.168.1.20:8080', origin: 'http://192.168.1.20:8080', reload },
    document: { hidden: false, activeElement: null, documentElement: { lang: '' }, addEventListener, removeEventListener },
    HTMLTextAreaElement: class {}, HTMLInputElement: class {},
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  return {
    reload,
    fire: (type: string, event: object = {}) => listeners.get(type)?.forEach((listener) => listener(event)),
    end() {
      vi.unstubAllGlobals();
      vi.restoreAllMocks();
      vi.useRealTimers();
    },
  };
}
