// SPDX-License-Identifier: MIT
// A server, a browser, a session, and whoever else is in the room: phones and a desk without a screen, to fill it quickly.
import assert from 'node:assert/strict';
import { Desk, Phone } from '../../end_to_end/lib/phone.mjs';
import { Server } from '../../end_to_end/lib/server.mjs';
import { createSession } from '../../end_to_end/lib/session.mjs';
import { openBrowser, Person } from './browser.mjs';

export const roundMs = 5_000;

export class Stage {
  server;
  /** @type {import('playwright-core').Browser | null} */ #browser = null;
  /** @type {Person[]} */ #people = [];
  /** @type {import('../../end_to_end/lib/peer.mjs').Peer[]} */ #peers = [];

  /** @param {string[]} [options] of the server */
  constructor(options = []) { this.server = new Server({ options }); }

  async open() {
    await this.server.start();
    this.#browser = await openBrowser();
    return this;
  }

  get place() { return { port: this.server.port }; }

  /** @param {Record<string, unknown>} [change] */
  session(change) { return createSession(this.server.port, { round_ms: roundMs, lobby: false, ...change }); }

  /** @param {import('./browser.mjs').Look} [look] @param {import('./carrier.mjs').Carrier} [carrier] @param {string} [origin] */
  async person(look, carrier, origin = this.server.origin) {
    if (!this.#browser) throw new Error('the stage is not open');
    const person = await Person.arrive(this.#browser, origin, look, carrier);
    this.#people.push(person);
    return person;
  }

  async desk(/** @type {{facilitator_secret: string}} */ session) {
    const desk = new Desk(this.place, session.facilitator_secret).start();
    this.#peers.push(desk);
    await desk.ready();
    return desk;
  }

  async phones(/** @type {{join_key: string}} */ session, /** @type {number} */ count) {
    const phones = Array.from({ length: count }, () => new Phone(this.place, { key: session.join_key }).start());
    this.#peers.push(...phones);
    await Promise.all(phones.map((phone) => phone.ready()));
    return phones;
  }

  /** The server dies. From here on nobody's browser is expected to keep quiet about a network that is not there. */
  async pullThePlug() {
    this.#people.forEach((person) => { person.offline = true; });
    await this.server.kill();
  }

  /** The end of a test: nobody had anything to complain about. */
  async settle() {
    const complaints = this.#people.flatMap((person) => person.complaints);
    await Promise.all(this.#people.map((person) => person.leave()));
    this.#people = [];
    this.#peers.forEach((peer) => peer.leave());
    this.#peers = [];
    assert.deepEqual(complaints, []);
  }

  async close() {
    await this.#browser?.close();
    await this.server.dispose();
  }
}
