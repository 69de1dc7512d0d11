// SPDX-License-Identifier: MIT
#include "durf/storage/memory_keys.hpp"

namespace durf::storage {

base::SharedKey MemoryKeys::create(const base::KeyName& name) {
  std::array<std::uint8_t, 32> bytes{};
  entropy_.fill(bytes);
  const std::lock_guard lock(mutex_);
  return keys_[name] = std::make_shared<const base::SessionKey>(bytes);
}

base::SharedKey MemoryKeys::load(const base::KeyName& name) {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(name);
  return found == keys_.end() ? nullptr : found->second;
}

bool MemoryKeys::destroy(const base::KeyName& name) {
  const std::lock_guard lock(mutex_);
  keys_.erase(name);
  return true;
}

std::vector<base::KeyName> MemoryKeys::list() {
  const std::lock_guard lock(mutex_);
  std::vector<base::KeyName> names;
  for (const auto& [name, key] : keys_) names.push_back(name);
  return names;
}

}  // namespace durf::storage
