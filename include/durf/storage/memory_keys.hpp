// SPDX-License-Identifier: MIT
// Keys in memory, for tests: as KeyFiles, and gone with the process. Any thread.
#pragma once

#include <map>
#include <mutex>

#include "durf/base/entropy.hpp"
#include "durf/base/keys.hpp"

namespace durf::storage {

class MemoryKeys final : public base::KeyVault {
 public:
  explicit MemoryKeys(base::Entropy& entropy) : entropy_(entropy) {}

  base::SharedKey create(const base::KeyName& name) override;
  base::SharedKey load(const base::KeyName& name) override;
  bool destroy(const base::KeyName& name) override;
  std::vector<base::KeyName> list() override;

 private:
  base::Entropy& entropy_;
  std::mutex mutex_;
  std::map<base::KeyName, base::SharedKey> keys_;
};

}  // namespace durf::storage
