// SPDX-License-Identifier: MIT
// Over TLS the network sees how long a message is, and a question is longer than a vote. So all have one length (PROTOCOL.md,
// section 8); the few that are longer have a multiple of it. White space behind the JSON means nothing to whoever reads it.
const unit = 1536;

export const padded = (text: string): string =>
  location.protocol === 'https:' ? text + ' '.repeat(unit - 1 - (new Blob([text]).size + unit - 1) % unit) : text;
