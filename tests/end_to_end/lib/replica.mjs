// SPDX-License-Identifier: MIT
// A page's copy of its session, as PROTOCOL.md section 2 says. Written apart from the web client's, so that one checks the other.

/** @typedef {[string, string, Record<string, unknown>]} Put */

export class Replica {
  epoch = '';
  frame = 0;
  /** @type {Map<string, Map<string, Record<string, any>>>} */ #collections = new Map();

  collection(/** @type {string} */ name) {
    let found = this.#collections.get(name);
    if (!found) this.#collections.set(name, found = new Map());
    return found;
  }

  get session() { return this.collection('session').get('') ?? {}; }
  get questions() { return this.collection('question'); }
  get receipts() { return this.collection('receipt'); }
  get links() { return this.collection('link'); }

  /** @returns {boolean} false when there is a hole before this message */
  apply(/** @type {any} */ message) {
    if (message.t === 'snapshot') {
      this.#collections.clear();
      this.epoch = message.epoch;
      this.frame = message.n;
      this.#put(message.put);
      return true;
    }
    if (message.epoch !== this.epoch || message.n !== this.frame + 1) return false;
    this.frame = message.n;
    this.#put(message.put);
    for (const [collection, id] of message.remove) this.collection(collection).delete(id);
    return true;
  }

  #put(/** @type {Put[]} */ puts) {
    for (const [collection, id, fields] of puts) {
      const entities = this.collection(collection);
      entities.set(id, { ...entities.get(id), ...fields });
    }
  }

  /** One spelling of all that is here but for what differs from moment to moment, to compare two copies. */
  spelled(without = ['people']) {
    const plain = [...this.#collections].filter(([, entities]) => entities.size > 0).map(([name, entities]) =>
      [name, [...entities].map(([id, fields]) =>
        [id, Object.entries(fields).filter(([field]) => !without.includes(field)).sort()]).sort()]).sort();
    return JSON.stringify(plain);
  }
}
