// SPDX-License-Identifier: MIT
// A place to draw components into, without a browser.
import { render, type ComponentChild } from 'preact';

/** As much of a document as drawing text needs. */
export class Place {
  childNodes: Place[] = [];
  parentNode: Place | null = null;
  data = '';
  nodeType = 1;
  namespaceURI = 'http://www.w3.org/1999/xhtml';
  ownerDocument = globalThis.document;
  constructor(readonly localName = '') {}
  get firstChild(): Place | null { return this.childNodes[0] ?? null; }
  get nextSibling(): Place | null { const all = this.parentNode?.childNodes ?? []; return all[all.indexOf(this) + 1] ?? null; }
  insertBefore(node: Place, before: Place | null) {
    node.parentNode?.removeChild(node);
    node.parentNode = this;
    this.childNodes.splice(before ? this.childNodes.indexOf(before) : this.childNodes.length, 0, node);
  }
  removeChild(node: Place) { this.childNodes.splice(this.childNodes.indexOf(node), 1); node.parentNode = null; }
  remove() { this.parentNode?.removeChild(this); }
  setAttribute() {}
  removeAttribute() {}
  addEventListener() {}
  removeEventListener() {}
  contains() { return false; }
  get text(): string { return this.data + this.childNodes.map((node) => node.text).join(''); }
}

const document = {
  createElementNS: (_: string, name: string) => new Place(name),
  createElement: (name: string) => new Place(name),
  createTextNode: (data: unknown) => Object.assign(new Place(), { data: String(data), nodeType: 3 }),
};

/** From here on there is a document. */
export const withDocument = (): void => void Object.assign(globalThis, { document });
/** Resolves when everything that has changed is drawn. */
export const drawn = () => new Promise((resolve) => setTimeout(resolve));
export const drawIn = (place: Place, what: ComponentChild): void => render(what, place as unknown as Element);
