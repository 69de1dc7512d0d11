// SPDX-License-Identifier: MIT
// What somebody finds who has all files of a data directory and the live keys: every record of a session that is still legible,
// in the database, in its free pages and in the write-ahead log alike. It does not ask SQLite, which would show only what is
// not deleted, but looks for the bytes of the session's id and for the row around them, and follows rows that go on elsewhere
// through every version of a page that is still there.
import { createDecipheriv } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const tagBytes = 16;
const wholeNumberBytes = [0, 1, 2, 3, 4, 6, 8, 0, 0, 0];
/** Row of the table `record`: session, sequence, format, nonce, ciphertext, crc. */
const columns = 6;
const walHeadBytes = 32;
const frameHeadBytes = 24;
/** A row over several pages, each in several versions: more ways than these are not tried. */
const waysMax = 512;

/** Every version of every page, by its number, in database and write-ahead log. */
class Pages {
  size = 4096;
  /** @type {Map<number, Buffer[]>} */ #versions = new Map();

  constructor(/** @type {Map<string, Buffer>} */ files) {
    for (const [path, bytes] of files) {
      if (path.endsWith('.db')) {
        for (let at = 0; at + this.size <= bytes.length; at += this.size) this.#add(at / this.size + 1, bytes.subarray(at, at + this.size));
      } else if (path.endsWith('.db-wal')) {
        for (let at = walHeadBytes; at + frameHeadBytes + this.size <= bytes.length; at += frameHeadBytes + this.size) {
          this.#add(bytes.readUInt32BE(at), bytes.subarray(at + frameHeadBytes, at + frameHeadBytes + this.size));
        }
      }
    }
  }

  #add(/** @type {number} */ number, /** @type {Buffer} */ page) { this.#versions.set(number, [...(this.#versions.get(number) ?? []), page]); }

  /** How much of a row of so many bytes stands with its beginning (SQLite's rule for index pages). */
  localPart(/** @type {number} */ bytes) {
    const most = Math.floor(((this.size - 12) * 64) / 255) - 23;
    const least = Math.floor(((this.size - 12) * 32) / 255) - 23;
    if (bytes <= most) return bytes;
    const wished = least + ((bytes - least) % (this.size - 4));
    return wished <= most ? wished : least;
  }

  /** The rest of a row, in every way in which it can be put together. @returns {Buffer[]} */
  rest(/** @type {number} */ page, /** @type {number} */ bytes) {
    if (bytes <= 0) return [Buffer.alloc(0)];
    const ways = [];
    for (const version of this.#versions.get(page) ?? []) {
      const part = version.subarray(4, 4 + bytes);
      for (const rest of this.rest(version.readUInt32BE(0), bytes - part.length)) {
        if (ways.push(Buffer.concat([part, rest])) >= waysMax) return ways;
      }
    }
    return ways;
  }
}

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

/**
 * The rows whose first column begins at a place: none, one, or as many as there are ways to put a long one together.
 * @param {Buffer} bytes @param {number} at @param {Pages} pages
 */
function rowsAt(bytes, at, pages) {
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
    const total = head + types.reduce((sum, type) => sum + sizeOf(type), 0);
    const local = pages.localPart(total);
    const begin = at - head;
    if (sizeOf(ciphertext) < tagBytes || begin + local > bytes.length) continue;
    const follows = begin + local + 4 <= bytes.length ? bytes.readUInt32BE(begin + local) : 0;
    return pages.rest(follows, total - local).map((rest) => {
      const row = Buffer.concat([bytes.subarray(begin, begin + local), rest]);
      const starts = types.map((_, column) => head + types.slice(0, column).reduce((sum, type) => sum + sizeOf(type), 0));
      const beside = Buffer.alloc(28);
      beside.writeUInt32BE(wholeNumber(row, starts[2] ?? 0, format), 0);
      row.copy(beside, 4, head, head + 16);
      beside.writeBigUInt64BE(BigInt(wholeNumber(row, starts[1] ?? 0, sequence)), 20);
      return { beside, nonce: row.subarray(starts[3], starts[4]), ciphertext: row.subarray(starts[4], (starts[4] ?? 0) + sizeOf(ciphertext)) };
    });
  }
  return [];
}

/**
 * @param {Map<string, Buffer>} files @param {string} session its id
 * @returns {{plain: Buffer, ciphertext: Buffer, path: string}[]}
 */
export function legibleRecords(files, session) {
  const id = Buffer.from(session, 'base64url');
  const pages = new Pages(files);
  const keys = [...files].filter(([path, bytes]) => path.includes(session) && bytes.length === 32).map(([, bytes]) => bytes);
  const found = [];
  for (const [path, bytes] of files) {
    for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + 1)) {
      for (const row of rowsAt(bytes, at, pages)) {
        const plain = keys.map((key) => unseal(key, row)).find((text) => text !== null);
        if (plain) found.push({ plain, ciphertext: row.ciphertext, path });
      }
    }
  }
  return found;
}

/** @returns {Buffer | null} null when the key is of another generation, or it was not a row after all */
function unseal(/** @type {Buffer} */ key, /** @type {{beside: Buffer, nonce: Buffer, ciphertext: Buffer}} */ { beside, nonce, ciphertext }) {
  const cipher = createDecipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(beside);
  cipher.setAuthTag(ciphertext.subarray(-tagBytes));
  try { return Buffer.concat([cipher.update(ciphertext.subarray(0, -tagBytes)), cipher.final()]); } catch { return null; }
}
