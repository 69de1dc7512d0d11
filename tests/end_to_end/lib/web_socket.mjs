// SPDX-License-Identifier: MIT
// A WebSocket client of one page. Its own, because a test must choose what a browser does not let it choose: the address it
// comes from, its Origin and user agent, and to vanish without a word. Only what the server may send is understood: whole
// messages, pings, a close. Whatever else comes in ends the connection with `fault`.
import { createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

const opcode = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 };
const acceptGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/**
 * Emits `open`, `message` (Buffer, isBinary) and at last, once, `close` (code: 1006 when nothing was said; status: of the
 * answer when there was no upgrade).
 */
export class WebSocketClient extends EventEmitter {
  #socket;
  #key = randomBytes(16).toString('base64');
  #unread = Buffer.alloc(0);
  #open = false;
  #closed = false;
  #closeCode = 1006;
  #status = 0;
  /** What the server did wrong, if anything. */
  fault = '';

  /** Over TLS whatever certificate is shown is taken. @param {{port: number, host?: string, headers?: Record<string, string>, localAddress?: string, secure?: boolean}} where */
  constructor({ port, host = '127.0.0.1', headers = {}, localAddress, secure = false }) {
    super();
    this.#socket = secure ? connectTls({ socket: connect({ port, host, localAddress, noDelay: true }), rejectUnauthorized: false })
      : connect({ port, host, localAddress, noDelay: true });
    const head = {
      Host: `${host}:${port}`, Upgrade: 'websocket', Connection: 'Upgrade', Origin: `${secure ? 'https' : 'http'}://${host}:${port}`,
      'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': this.#key, ...headers,
    };
    this.#socket.on(secure ? 'secureConnect' : 'connect', () => {
      this.#socket.write(`GET /ws HTTP/1.1\r\n${Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
    });
    this.#socket.on('data', (bytes) => this.#read(bytes));
    this.#socket.on('error', () => {});  // `close` follows
    this.#socket.on('close', () => this.#end());
  }

  get isOpen() { return this.#open && !this.#closed; }

  send(/** @type {string} */ text) { this.#write(opcode.text, Buffer.from(text)); }

  /** As a page that leaves. */
  close(code = 1000) {
    const payload = Buffer.alloc(2);
    payload.writeUInt16BE(code);
    this.#write(opcode.close, payload);
  }

  /** As a phone that falls into the water. */
  vanish() { this.#socket.destroy(); }

  #end() {
    if (this.#closed) return;
    this.#closed = true;
    this.emit('close', this.#closeCode, this.#status);
  }

  #read(/** @type {Buffer} */ bytes) {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    if (!this.#open && !this.#readAnswer()) return;
    while (this.#readFrame());
  }

  #readAnswer() {
    const end = this.#unread.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const answer = this.#unread.subarray(0, end).toString('latin1');
    this.#unread = this.#unread.subarray(end + 4);
    this.#status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
    const accepted = /^sec-websocket-accept: *(\S+)/im.exec(answer)?.[1];
    if (this.#status !== 101 || accepted !== createHash('sha1').update(this.#key + acceptGuid).digest('base64')) {
      this.#socket.destroy();
      return false;
    }
    this.#open = true;
    this.emit('open');
    return true;
  }

  #readFrame() {
    const bytes = this.#unread;
    if (bytes.length < 2) return false;
    const [first, second] = /** @type {[number, number]} */ (/** @type {unknown} */ (bytes));
    const short = second & 0x7f;
    const head = short === 127 ? 10 : short === 126 ? 4 : 2;
    if (bytes.length < head) return false;
    const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
    if ((first & 0xf0) !== 0x80 || (second & 0x80) !== 0) return this.#giveUp(`frame head ${first} ${second}`);
    if (bytes.length < head + length) return false;
    const payload = bytes.subarray(head, head + length);
    this.#unread = bytes.subarray(head + length);
    switch (first & 0x0f) {
      case opcode.text: this.emit('message', payload, false); return !this.#closed;
      case opcode.binary: this.emit('message', payload, true); return !this.#closed;
      case opcode.ping: this.#write(opcode.pong, payload); return true;
      case opcode.pong: return true;
      case opcode.close:
        this.#closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
        this.#write(opcode.close, payload.subarray(0, 2));
        this.#socket.end();
        return false;
      default: return this.#giveUp(`opcode ${first & 0x0f}`);
    }
  }

  #giveUp(/** @type {string} */ why) {
    this.fault = why;
    this.#socket.destroy();
    return false;
  }

  #write(/** @type {number} */ kind, /** @type {Buffer} */ payload) {
    if (!this.#open || this.#socket.destroyed) return;
    const long = payload.length > 125;
    const head = Buffer.alloc(long ? 8 : 6);
    head[0] = 0x80 | kind;
    head[1] = 0x80 | (long ? 126 : payload.length);
    if (long) head.writeUInt16BE(payload.length, 2);
    const mask = randomBytes(4);
    mask.copy(head, head.length - 4);
    const masked = Buffer.from(payload);
    for (let at = 0; at < masked.length; ++at) masked[at] = /** @type {number} */ (masked[at]) ^ /** @type {number} */ (mask[at % 4]);
    this.#socket.write(Buffer.concat([head, masked]));
  }
}
