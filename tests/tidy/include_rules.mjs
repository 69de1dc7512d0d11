// SPDX-License-Identifier: MIT
// Which room may include what: the table of rooms, made executable. Pure: a path and a text in, violations out.
// The linker does not notice a wrong include where all rooms share one include folder; this does.

/** Each room and the rooms below it that it may use. What is not listed is not allowed, its own room is. */
const below = {
  base: [],
  domain: ['base'],
  log: ['base', 'domain'],
  protocol: ['base', 'domain'],
  session: ['base', 'domain', 'log', 'protocol'],
  runtime: ['base', 'domain', 'log', 'protocol', 'session'],
  // Log backends are one level with runtime, and only app may name them.
  storage: ['base', 'domain', 'log'],
  net: ['base', 'domain', 'log', 'protocol', 'session', 'runtime'],
  app: ['base', 'domain', 'log', 'protocol', 'session', 'runtime', 'storage', 'net'],
};

/** What comes from elsewhere, by how its header begins; the first that fits counts. `sources`: in .cpp files only. */
const thirdParty = [
  { begins: 'nlohmann/', rooms: ['protocol', 'log', 'app'], sources: true },
  { begins: 'sqlite3', rooms: ['storage'], sources: true, files: /^server\/storage\/sqlite\w*\.cpp$/ },
  { begins: 'openssl/', rooms: ['runtime', 'storage', 'net'], sources: true },
  { begins: 'boost/beast', rooms: ['net'] },
  { begins: 'boost/asio', rooms: ['runtime', 'net', 'app'] },
  { begins: 'boost/', rooms: ['runtime', 'net', 'app'] },
  { begins: 'spdlog/', rooms: ['storage', 'runtime', 'net', 'app'] },
  { begins: 'fmt/', rooms: ['storage', 'runtime', 'net', 'app'] },
  { begins: 'zlib.h', rooms: ['protocol'], sources: true },
  { begins: 'CLI/', rooms: ['app'], sources: true },
  { begins: 'qrcodegen/', rooms: ['app'], sources: true },
];

/** The pure rooms: the same inputs give the same outputs, on every machine, in every order of threads. */
const pure = ['base', 'log', 'domain', 'protocol', 'session'];
const impureHeaders = /^<(chrono|ctime|time\.h|sys\/time\.h|thread|mutex|shared_mutex|condition_variable|atomic|future|semaphore|barrier|latch|stop_token|random|iostream|fstream|filesystem)>$/;
const operatingSystem = /^<(\w+\.h|(sys|netinet|arpa|net|linux)\/\w+\.h)>$/;
/** Calls that need no header of their own to be tempting. */
const impureCalls = /\b(?:std::)?(getenv|secure_getenv|rand|srand|clock_gettime|gettimeofday|localtime|gmtime|sleep|usleep)\s*\(|\bstd::time\s*\(/g;

const neverHeaders = {
  '<cassert>': 'is empty in release builds; use durf/base/assert.hpp',
  '<assert.h>': 'is empty in release builds; use durf/base/assert.hpp',
};

/** @returns {string | undefined} the room that a file belongs to */
export const roomOf = (path) => /^(?:include\/durf|server)\/(\w+)\//.exec(path)?.[1];

/** Comments may name what code may not. */
const withoutComments = (text) => text.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|[^:"])\/\/.*$/gm, '$1');

/** @returns {string[]} one line per violation */
export function violations(path, text) {
  const room = roomOf(path);
  if (!room || !(room in below)) return [`${path}: belongs to no known room`];
  const code = withoutComments(text);
  const found = [];
  const report = (offset, what) => found.push(`${path}:${code.slice(0, offset).split('\n').length}: ${what}`);

  for (const match of code.matchAll(/^[ \t]*#[ \t]*include[ \t]*([<"][^>"\n]*[>"])/gm)) {
    const problem = problemOf(match[1], room, path);
    if (problem) report(match.index, `${room} may not include ${match[1]}: ${problem}`);
  }
  if (pure.includes(room)) {
    for (const match of code.matchAll(impureCalls)) report(match.index, `${match[0]}…) in ${room}, which is pure`);
  }
  return found;
}

function problemOf(include, room, path) {
  const name = include.slice(1, -1);
  if (include in neverHeaders) return neverHeaders[include];
  if (name.startsWith('..') || name.includes('/../')) return 'a path that climbs hides which room it means';
  const publicRoom = /^durf\/(\w+)\//.exec(name)?.[1];
  if (publicRoom) {
    if (publicRoom === room || below[room].includes(publicRoom)) return null;
    return publicRoom in below ? `${publicRoom} is not below it` : 'there is no such room';
  }
  if (include.startsWith('"')) return problemOfPrivate(name, room, path);
  const known = thirdParty.find(({ begins }) => name.startsWith(begins));
  if (known) {
    if (!known.rooms.includes(room)) return `allowed in ${known.rooms.join(', ')}`;
    if (known.sources && !path.endsWith('.cpp')) return 'in .cpp files only, so that nobody includes it by accident';
    if (known.files && !known.files.test(path)) return `only in files like ${known.files.source}`;
    return null;
  }
  if (pure.includes(room) && (impureHeaders.test(include) || operatingSystem.test(include))) return `${room} is pure`;
  if (name.includes('/') && !operatingSystem.test(include)) return 'this library is in no room\'s list';
  return null;
}

/** Headers beside the sources: `room/name.hpp`, or `name.hpp` for a neighbour. */
function problemOfPrivate(name, room, path) {
  if (path.startsWith('include/')) return 'a public header may not need a private one';
  const owner = name.includes('/') ? name.slice(0, name.indexOf('/')) : room;
  return owner === room ? null : `a private header of ${owner}`;
}
