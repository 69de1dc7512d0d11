// SPDX-License-Identifier: MIT
// The SQLite log keeps the contract.
#include "log_contract.hpp"
#include "sqlite_backend.hpp"

namespace durf::test {
INSTANTIATE_TYPED_TEST_SUITE_P(Sqlite, LogContract, SqliteBackend);
}  // namespace durf::test
