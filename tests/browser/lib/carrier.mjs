// SPDX-License-Identifier: MIT
// The network that a phone happens to be on: a SOCKS proxy (RFC 1928) between one browser and the server, whose own address can
// change. A phone that leaves the Wi-Fi for the mobile network comes back from another address, with all that was open cut off.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

const version = 5;
const noPassword = Buffer.from([version, 0]);
const granted = Buffer.from([version, 0, 0, 1, 0, 0, 0, 0, 0, 0]);

export class Carrier {
  #address;
  #proxy = createServer((phone) => void this.#carry(phone));
  /** @type {Set<import('node:net').Socket>} */ #open = new Set();
  /** Hears what a phone says, byte for byte, if anybody wants to: the network's ear. @type {((socket: import('node:net').Socket, bytes: Buffer) => void) | null} */ ear = null;
  /** From which addresses the server was reached. @type {Set<string>} */ seen = new Set();

  /** @param {string} address one of this machine: 127.x.y.z */
  constructor(address) { this.#address = address; }

  async open() {
    this.#proxy.listen(0, '127.0.0.1');
    await once(this.#proxy, 'listening');
    return this;
  }

  get proxy() { return `socks5://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (this.#proxy.address()).port}`; }

  /** Whatever was open is cut off; what comes now comes from the new address. @param {string} address */
  move(address) {
    this.#address = address;
    for (const socket of this.#open) socket.destroy();
  }

  async close() {
    for (const socket of this.#open) socket.destroy();
    this.#proxy.close();
    await once(this.#proxy, 'close');
  }

  /** A browser's greeting fits one packet of loopback, and so does its request; it says no more before it is answered. */
  async #carry(/** @type {import('node:net').Socket} */ phone) {
    this.#keep(phone);
    try {
      await once(phone, 'data');
      phone.write(noPassword);
      const [request] = /** @type {[Buffer]} */ (await once(phone, 'data'));
      const server = connect({ ...destination(request), localAddress: this.#address });
      this.#keep(server);
      phone.on('close', () => server.destroy());
      server.on('close', () => phone.destroy());
      await once(server, 'connect');
      this.seen.add(server.localAddress ?? '');
      phone.write(granted);
      phone.on('data', (/** @type {Buffer} */ bytes) => this.ear?.(phone, bytes));
      phone.pipe(server).pipe(phone);
    } catch {
      phone.destroy();  // the server is away: so is the network, to a phone
    }
  }

  #keep(/** @type {import('node:net').Socket} */ socket) {
    this.#open.add(socket);
    socket.on('error', () => {});  // its end is all that counts
    socket.on('close', () => this.#open.delete(socket));
  }
}

/** RFC 1928, 4: an address of four bytes, or (type 3) a name behind its length; then the port. */
function destination(/** @type {Buffer} */ request) {
  const named = request[3] === 3;
  const end = named ? 5 + (request[4] ?? 0) : 8;
  const host = named ? request.toString('latin1', 5, end) : request.subarray(4, end).join('.');
  return { host, port: request.readUInt16BE(end) };
}
