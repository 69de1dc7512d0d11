// SPDX-License-Identifier: MIT
#include "protocol/samples.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace durf::protocol::samples {
namespace {

std::filesystem::path folder_of_golden() {
  return std::filesystem::path(DURF_TESTS_DIR) / "protocol" / "golden";
}

}  // namespace

std::string golden(std::string_view name) {
  std::ifstream file(folder_of_golden() / (std::string(name) + ".json"), std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::vector<std::string> golden_names(std::string_view folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_of_golden() / folder))
    if (entry.is_regular_file()) names.push_back(entry.path().filename().replace_extension().string());
  std::ranges::sort(names);
  return names;
}

}  // namespace durf::protocol::samples
