// SPDX-License-Identifier: MIT
// The checks are checked: what is planted is found, what is allowed is let through. Run: node --test tests/tidy/tidy.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './include_rules.mjs';
import { logViolations } from './log_rules.mjs';
import { specViolations } from './spec_rules.mjs';
import { textViolations } from './text_rules.mjs';

const allowed = [
  ['server/domain/decide.cpp', '#include "durf/domain/decide.hpp"'],
  ['server/domain/decide.cpp', '#include "domain/checks.hpp"'],
  ['server/protocol/decode.cpp', '#include "members.hpp"'],
  ['server/protocol/decode.cpp', '#include <nlohmann/json.hpp>'],
  ['include/durf/session/core.hpp', '#include "durf/log/event_log.hpp"'],
  ['server/storage/sqlite_log.cpp', '#include <sqlite3.h>'],
  ['server/storage/files.cpp', '#include <fcntl.h>'],
  ['server/runtime/identity.cpp', '#include <openssl/hmac.h>'],
  ['server/net/station.cpp', '#include <boost/beast/websocket.hpp>'],
  ['include/durf/runtime/shard.hpp', '#include <boost/asio/io_context.hpp>'],
  ['server/app/main.cpp', '#include "durf/storage/sqlite_log.hpp"'],
  ['server/domain/round.cpp', '// std::rand() would be wrong here, as would #include <random>\n/* #include <chrono> */'],
];

const planted = [
  ['server/domain/decide.cpp', '#include "durf/session/session_core.hpp"', 'upwards'],
  ['server/domain/decide.cpp', '#  include  "durf/protocol/encode.hpp"', 'upwards, with spaces'],
  ['server/protocol/decode.cpp', '#include "durf/log/event_log.hpp"', 'sideways'],
  ['server/runtime/host.cpp', '#include "durf/storage/sqlite_log.hpp"', 'a backend'],
  ['server/net/server.cpp', '#include "durf/storage/sqlite_log.hpp"', 'a backend from net'],
  ['server/storage/log.cpp', '#include "durf/runtime/shard.hpp"', 'sideways'],
  ['server/net/server.cpp', '#include "runtime/private.hpp"', 'a private header of another room'],
  ['server/net/server.cpp', '#include "../runtime/private.hpp"', 'climbing'],
  ['include/durf/net/server.hpp', '#include "net/limits.hpp"', 'private in public'],
  ['server/domain/decide.cpp', '#include "durf/nowhere/thing.hpp"', 'no such room'],
  ['include/durf/protocol/decode.hpp', '#include <nlohmann/json.hpp>', 'JSON in a header'],
  ['server/protocol/strict_json.hpp', '#include <nlohmann/json_fwd.hpp>', 'JSON in a private header'],
  ['server/session/core.cpp', '#include <nlohmann/json.hpp>', 'JSON elsewhere'],
  ['server/storage/memory_log.cpp', '#include <sqlite3.h>', 'SQLite outside its backend'],
  ['server/storage/sqlite_log.hpp', '#include <sqlite3.h>', 'SQLite in a header'],
  ['server/domain/ids.cpp', '#include <openssl/sha.h>', 'OpenSSL in the domain'],
  ['server/net/tls.hpp', '#include <openssl/ssl.h>', 'OpenSSL in a header'],
  ['server/session/core.cpp', '#include <boost/asio/post.hpp>', 'Asio in session'],
  ['server/storage/sqlite_log.cpp', '#include <boost/asio/post.hpp>', 'Asio in storage'],
  ['server/runtime/host.cpp', '#include <boost/beast/core.hpp>', 'Beast in runtime'],
  ['server/app/main.cpp', '#include <boost/beast/core.hpp>', 'Beast in app'],
  ['server/session/core.cpp', '#include <spdlog/spdlog.h>', 'logging in session'],
  ['server/domain/round.cpp', '#include <random>', 'randomness'],
  ['server/protocol/encode.cpp', '#include <chrono>', 'a clock'],
  ['server/session/core.cpp', '#include <thread>', 'a thread'],
  ['server/session/core.cpp', '#include <mutex>', 'a mutex'],
  ['server/domain/round.cpp', '#include <unistd.h>', 'the operating system'],
  ['server/domain/round.cpp', 'auto x = getenv("HOME");', 'the environment'],
  ['server/session/core.cpp', 'int x = std::rand();', 'randomness without a header'],
  ['server/net/server.cpp', '#include <cassert>', 'an assert that goes away'],
  ['server/net/server.cpp', '#include <curl/curl.h>', 'a library that nobody decided on'],
  ['server/extra/thing.cpp', '', 'a room that does not exist'],
];

for (const [path, text] of allowed) {
  test(`allowed: ${path}: ${text.split('\n')[0]}`, () => assert.deepEqual(violations(path, text), []));
}
for (const [path, text, what] of planted) {
  test(`found: ${what}: ${path}: ${text}`, () => assert.equal(violations(path, `\n${text}\n`).length, 1));
}

test('a violation says where it is', () => {
  assert.deepEqual(violations('server/domain/a.cpp', '// first\n\n#include <random>\n'),
    ['server/domain/a.cpp:3: domain may not include <random>: domain is pure']);
});

const spec = '# Rules\n\n| id | rule |\n|---|---|\n| Q1 | One. |\n| Q2 | Two. |\n';
const cites = (text) => specViolations(spec, [{ path: 'tests/a_test.cpp', text }]);

test('every rule is cited, by suite or in brackets', () => {
  assert.deepEqual(cites('TEST(SubmitQuestionQ1, Works) {}\n// [Q2]'), []);
  assert.deepEqual(cites('TEST_P(BothQ1Q2, Works) {}'), []);
  assert.deepEqual(cites("it('[Q1, Q2] works', …)"), []);
});
test('a rule without a test is found', () => assert.deepEqual(cites('TEST(AskQ1, Works) {}'), ['server/SPEC.md: no test cites Q2']));
test('an id without a rule is found', () => assert.deepEqual(cites('TEST(AskQ1Q2, Works) {}\nTEST(AskQ9, Works) {}'),
  ['tests/a_test.cpp:2: cites Q9, which no rule has']));
test('a rule that stands there twice is found', () => {
  assert.deepEqual(specViolations(`${spec}| Q1 | Again. |\n`, [{ path: 'a', text: '[Q1, Q2]' }]), ['server/SPEC.md: Q1 stands there twice']);
});
test('names that only look like it are no citations', () => {
  assert.deepEqual(cites('// [Q1, Q2]\nTEST(Sha256, Works) {}\nTEST(HMAC256, Works) {}\nTEST(Utf8, Works) {}\nint a[A1x];'), []);
});
test('a specification without rules is found', () => assert.equal(specViolations('', []).length, 1));

const page = '| line | level | meaning |\n|---|---|---|\n| `the disk failed (…); ending` | critical | Exit 75. |\n'
  + '| `` `durf links` will not work: … `` | warning | Stop it. |\n| `room for N phones` | info, warning | Raise it. |\n';
const said = (code) => logViolations(page, [{ path: 'server/app/a.cpp', text: `// first\n${code}\n` }]);

test('every warning and error has its row, by the words that do not change', () => {
  assert.deepEqual(said('spdlog::critical("the disk failed ({}); ending", what);'), []);
  assert.deepEqual(said('spdlog::critical("the disk "\n  "failed ({}); ending", what);'), []);
  assert.deepEqual(said('spdlog::warn("`durf links` will not work: {}", error.message());'), []);
  assert.deepEqual(said('spdlog::log(level, "room for {} phones", phones);'), []);
  assert.deepEqual(said('spdlog::info("as it should be");'), []);
});
test('one without a row is found', () => assert.deepEqual(said('spdlog::error("the disk is odd: {}", what);'),
  ['server/app/a.cpp:2: "the disk is odd: {}" has no row in server/OPERATIONS.md']));
test('one whose words stand there in another order is found', () => assert.equal(said('spdlog::critical("ending, since {} the disk failed", a);').length, 1));
test('one of another level than its row says is found', () => assert.equal(said('spdlog::warn("the disk failed ({}); ending", what);').length, 1));
test('one that is no literal is found', () => {
  assert.deepEqual(said('spdlog::error(words);'), ['server/app/a.cpp:2: spdlog::error without a literal, which nobody can look up']);
  assert.equal(said('spdlog::log(level, words);').length, 1);
});
test('a page without rows is found', () => assert.equal(logViolations('', []).length, 1));

const head = '// SPDX-License-Identifier: MIT\n';
test('files begin with the licence', () => {
  assert.deepEqual(textViolations('server/a.cpp', head), []);
  assert.equal(textViolations('server/a.cpp', 'int a;\n').length, 1);
  assert.equal(textViolations('include/a.hpp', head).length, 1);
  assert.deepEqual(textViolations('include/a.hpp', `${head}#pragma once\n`), []);
});
test('marks of unfinished work are found', () => assert.equal(textViolations('server/a.cpp', `${head}// ${'FIX' + 'ME'} later\n`).length, 1));
