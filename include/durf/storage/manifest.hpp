// SPDX-License-Identifier: MIT
// Everything that Durf keeps on the disk, as a list: what it is for and how long it stays. The database is
// compared with it at every start, and a table or column that is not in it stops the start; so the list
// cannot become untrue. Constant; any thread.
#pragma once

#include <span>
#include <string_view>

namespace durf::storage {

struct StoredColumn {
  std::string_view table;
  std::string_view column;
  std::string_view purpose;
  std::string_view life_span;
};

struct StoredFile {
  std::string_view path;  ///< within the data directory
  std::string_view purpose;
  std::string_view life_span;
};

std::span<const StoredColumn> stored_columns();
std::span<const StoredFile> stored_files();

}  // namespace durf::storage
