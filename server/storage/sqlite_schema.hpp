// SPDX-License-Identifier: MIT
// The tables of durf.db: made in a new database, compared with the manifest in an old one. Anything that the
// manifest does not know stops the start, because nobody could say what it keeps. One thread.
#pragma once

#include <string>

#include "storage/sqlite_database.hpp"

namespace durf::storage {

/// Sets up the connection and the tables. Empty when all is well; otherwise why the database is refused, in
/// words.
std::string prepare_schema(SqliteDatabase& database);

}  // namespace durf::storage
