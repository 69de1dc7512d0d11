// SPDX-License-Identifier: MIT
// Whoever speaks with the server: a phone, a desk, a projector. Keeps a replica, keeps commands until they were answered,
// comes back by itself and sends again what has no answer. It is what PROTOCOL.md asks of a page, and nothing of the web client.
import { EventEmitter } from 'node:events';
import { inflateSync } from 'node:zlib';
import { makeId } from './ids.mjs';
import { Replica } from './replica.mjs';
import { WebSocketClient } from './web_socket.mjs';

const retryMs = 60;
const hasteMs = 1_000;
const patienceMs = 30_000;

/**
 * @typedef {{ok: boolean, code?: string, params?: Record<string, number>, receipt?: string}} Reply
 * @typedef {{id: string, text: string, sent: number, resent: boolean, answer: (reply: Reply) => void}} Waiting
 * @typedef {{port: number, headers?: Record<string, string>, localAddress?: string, secure?: boolean, comesBack?: boolean}} Place
 */

/** Emits `frame` for each frame that was applied, and `change` after every message and every end of a connection. */
export class Peer extends EventEmitter {
  replica = new Replica();
  /** @type {any} */ welcome = null;
  /** @type {any} */ clock = null;
  /** @type {any} */ pairing = null;
  /** @type {any} */ paired = null;
  closeCode = 0;
  httpStatus = 0;
  connected = false;
  caughtUp = false;
  joins = 0;
  snapshots = 0;
  /** From opening the socket until the state is there, in ms. @type {number[]} */ joinMs = [];
  /** From sending until the answer, of commands that needed one sending. @type {number[]} */ ackMs = [];
  /** @type {string[]} */ faults = [];
  /** @type {Map<string, Waiting>} */ #outbox = new Map();
  /** @type {WebSocketClient | null} */ #socket = null;
  #wanted = false;
  #hello;
  #place;

  /** @param {Place} place @param {Record<string, unknown>} hello without `t`, `protocol` and `resume` */
  constructor(place, hello) {
    super();
    this.setMaxListeners(0);
    this.#place = place;
    this.#hello = hello;
  }

  get waiting() { return this.#outbox.size; }

  start() {
    this.#wanted = true;
    this.#connect();
    return this;
  }

  /** Leaves politely; what waits, waits. */
  leave() {
    this.#wanted = false;
    this.#socket?.close();
  }

  /** The network goes, without a word. With `again` it comes back at once. */
  vanish(again = false) {
    this.#wanted = again;
    this.#socket?.vanish();
  }

  /** Resolves with the answer, however many connections that takes. @returns {Promise<Reply>} */
  command(/** @type {string} */ type, /** @type {Record<string, unknown>} */ body = {}, id = makeId()) {
    return new Promise((answer) => {
      const waiting = { id, text: JSON.stringify({ t: 'command', id, type, body }), sent: 0, resent: false, answer };
      this.#outbox.set(id, waiting);
      if (this.caughtUp) this.#send(waiting);
    });
  }

  /** Resolves as soon as the condition holds; fails after `withinMs`, saying what was waited for. */
  until(/** @type {() => unknown} */ holds, /** @type {string} */ what, withinMs = patienceMs) {
    return new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
      const tooLong = setTimeout(() => {
        this.off('change', look);
        reject(new Error(`not within ${withinMs} ms: ${what}`));
      }, withinMs);
      const look = () => {
        if (!holds()) return;
        clearTimeout(tooLong);
        this.off('change', look);
        resolve();
      };
      this.on('change', look);
      look();
    });
  }

  ready() { return this.until(() => this.caughtUp, 'the state of the session'); }

  #connect() {
    const { port, headers, localAddress, secure } = this.#place;
    const began = performance.now();
    const socket = new WebSocketClient({ port, headers, localAddress, secure });
    this.#socket = socket;
    socket.on('open', () => {
      this.connected = true;
      const { epoch, frame } = this.replica;
      socket.send(JSON.stringify({ t: 'hello', protocol: 1, ...this.#hello, ...(epoch && this.#hello.role !== 'pairing' ? { resume: { epoch, frame } } : {}) }));
    });
    socket.on('message', (bytes, isBinary) => {
      const text = isBinary ? inflateSync(bytes).toString() : bytes.toString();
      this.#receive(JSON.parse(text), began);
      this.emit('change');
    });
    socket.on('close', (code, status) => {
      this.connected = this.caughtUp = false;
      this.closeCode = code;
      this.httpStatus = status;
      if (socket.fault) this.faults.push(socket.fault);
      const mayComeBack = this.#place.comesBack !== false && (code < 4100 || code > 4199) && (status === 0 || status === 101);
      if (this.#wanted && mayComeBack) setTimeout(() => { if (this.#wanted) this.#connect(); }, retryMs).unref();
      this.emit('change');
    });
  }

  #receive(/** @type {any} */ message, /** @type {number} */ began) {
    switch (message.t) {
      case 'welcome': this.welcome = message; return;
      case 'snapshot': ++this.snapshots;  // falls through: both move the replica
      case 'frame':
        if (!this.replica.apply(message)) {
          this.faults.push(`frame ${message.n} of ${message.epoch} after ${this.replica.frame} of ${this.replica.epoch}`);
          this.replica = new Replica();
          this.vanish(this.#wanted);
        } else if (message.t === 'frame') {
          this.emit('frame', message);
        }
        return;
      case 'clock':
        this.clock = { ...message, heardAt: performance.now() };
        if (this.caughtUp) return;
        this.caughtUp = true;
        ++this.joins;
        this.joinMs.push(performance.now() - began);
        for (const waiting of this.#outbox.values()) this.#send(waiting);
        return;
      case 'reply': return this.#answered(message);
      case 'pairing': this.pairing = message; return;
      case 'paired': this.paired = message; return;
      case 'pong': return;
      default: this.faults.push(`message ${message.t}`);
    }
  }

  #send(/** @type {Waiting} */ waiting) {
    waiting.resent = waiting.sent !== 0;
    waiting.sent = performance.now();
    this.#socket?.send(waiting.text);
  }

  #answered(/** @type {any} */ { id, ok, code, params, receipt }) {
    const waiting = this.#outbox.get(id);
    if (!waiting) return;
    if (code === 'too_fast') return void setTimeout(() => { if (this.caughtUp && this.#outbox.has(id)) this.#send(waiting); }, hasteMs);
    if (!waiting.resent) this.ackMs.push(performance.now() - waiting.sent);
    this.#outbox.delete(id);
    waiting.answer({ ok, code, params, receipt });
  }
}
