// SPDX-License-Identifier: MIT
// What somebody finds who has all files of a data directory and the live keys: every record of a session that is still legible,
// in the database, in its free pages and in the write-ahead log alike. It does not ask SQLite, which would show only what is
// not deleted, but looks for the bytes of the session's id and for the row around them. Rows that do not fit on one page are
// not followed; a test must see to it that what it looks for was in a small one.
import { createDecipheriv } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const tagBytes = 16;
const wholeNumberBytes = [0, 1, 2, 3, 4, 6, 8, 0, 0, 0];
/** Row of the table `record`: session, sequence, format, nonce, ciphertext, crc. */
const columns = 6;

/** @returns {Map<string, Buffer>} every file under the folder */
export function filesIn(/** @type {string} */ folder) {
  const found = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    try { found.set(path, readFileSync(path)); } catch { /* went between being listed and being read */ }
  }
  return found;
}

/** The first number of SQLite's variable length at a place. @returns {[value: number, next: number]} */
function varint(/** @type {Buffer} */ bytes, /** @type {number} */ at) {
  let value = 0;
  for (let count = 0; count < 4 && at < bytes.length; ++count) {
    const byte = bytes.readUInt8(at++);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) break;
  }
  return [value, at];
}

const sizeOf = (/** @type {number} */ type) => (type >= 12 ? Math.floor((type - 12) / 2) : wholeNumberBytes[type] ?? 0);

function wholeNumber(/** @type {Buffer} */ bytes, /** @type {number} */ at, /** @type {number} */ type) {
  if (type === 8 || type === 9) return type - 8;
  return sizeOf(type) === 0 ? 0 : sizeOf(type) <= 6 ? bytes.readUIntBE(at, sizeOf(type)) : Number(bytes.readBigUInt64BE(at));
}

/** The row whose first column begins at a place, if there is one. */
function rowAt(/** @type {Buffer} */ bytes, /** @type {number} */ at) {
  for (let head = columns + 1; head <= columns + 6 && head <= at; ++head) {
    if (bytes[at - head] !== head) continue;
    const types = [];
    for (let next = at - head + 1; next < at;) {
      const [type, after] = varint(bytes, next);
      types.push(type);
      next = after;
    }
    const [session, sequence, format, nonce, ciphertext] = types;
    if (types.length !== columns || session !== 44 || nonce !== 36 || sequence === undefined || format === undefined || ciphertext === undefined) continue;
    const starts = types.map((_, column) => at + types.slice(0, column).reduce((sum, type) => sum + sizeOf(type), 0));
    const end = (starts[4] ?? 0) + sizeOf(ciphertext);
    if (end > bytes.length || sizeOf(ciphertext) < tagBytes) continue;
    const beside = Buffer.alloc(28);
    beside.writeUInt32BE(wholeNumber(bytes, starts[2] ?? 0, format), 0);
    bytes.copy(beside, 4, at, at + 16);
    beside.writeBigUInt64BE(BigInt(wholeNumber(bytes, starts[1] ?? 0, sequence)), 20);
    return { beside, nonce: bytes.subarray(starts[3], starts[4]), ciphertext: bytes.subarray(starts[4], end) };
  }
  return null;
}

/**
 * @param {Map<string, Buffer>} files @param {string} session its id
 * @returns {{plain: Buffer, ciphertext: Buffer, path: string}[]}
 */
export function legibleRecords(files, session) {
  const id = Buffer.from(session, 'base64url');
  const keys = [...files].filter(([path, bytes]) => path.includes(session) && bytes.length === 32).map(([, bytes]) => bytes);
  const found = [];
  for (const [path, bytes] of files) {
    for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + 1)) {
      const row = rowAt(bytes, at);
      if (!row) continue;
      for (const key of keys) {
        const cipher = createDecipheriv('aes-256-gcm', key, row.nonce);
        cipher.setAAD(row.beside);
        cipher.setAuthTag(row.ciphertext.subarray(-tagBytes));
        try {
          const plain = Buffer.concat([cipher.update(row.ciphertext.subarray(0, -tagBytes)), cipher.final()]);
          found.push({ plain, ciphertext: Buffer.from(row.ciphertext), path });
        } catch { /* of another generation, or not a row after all */ }
      }
    }
  }
  return found;
}
