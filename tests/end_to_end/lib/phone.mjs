// SPDX-License-Identifier: MIT
// Somebody in the audience.
import { makeId } from './ids.mjs';
import { Peer } from './peer.mjs';

/**
 * @typedef {import('./peer.mjs').Place} Place
 * @typedef {import('./peer.mjs').Reply} Reply
 * @typedef {{id: string, secret: string, text: string}} Own
 */

export class Phone extends Peer {
  token;
  /** @type {Map<string, number>} */ #revisions = new Map();

  /** @param {Place} place @param {{key: string} | {code: string}} join */
  constructor(place, join, token = makeId()) {
    super(place, { role: 'participant', token, join });
    this.token = token;
  }

  /** @returns {Own} a question that is not asked yet */
  think(/** @type {string} */ text) { return { id: makeId(), secret: makeId(), text }; }

  ask(/** @type {Own} */ own, topic = '', lang = 'nl') {
    this.#revisions.set(own.id, 1);  // asking counts as the first upvote
    return this.command('submit_question', { question: own.id, topic, text: { lang, text: own.text }, secret: own.secret });
  }

  withdraw(/** @type {Own} */ own) { return this.command('withdraw_question', { question: own.id, secret: own.secret }); }

  /** Support, or take it back. @returns {{revision: number, reply: Promise<Reply>}} */
  upvote(/** @type {string} */ question, up = true) {
    const revision = (this.#revisions.get(question) ?? 0) + 1;
    this.#revisions.set(question, revision);
    return { revision, reply: this.command('upvote_question', { question, revision, up }) };
  }
}

/** By the secret of a link: facilitator or projector. */
export class Desk extends Peer {
  /** @param {Place} place @param {string} secret */
  constructor(place, secret) { super(place, { role: 'desk', secret }); }
}

/** A projector without a link. */
export class BareScreen extends Peer {
  /** @param {Place} place */
  constructor(place) { super(place, { role: 'pairing' }); }
}
