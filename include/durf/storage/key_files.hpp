// SPDX-License-Identifier: MIT
// Keys as files: `<folder>/<session>-<generation>`, 32 bytes, readable by the owner only. A file is there
// wholly or not at all, and what was promised about it has reached the disk before a function returns. Keeps
// no key in memory. Any thread.
#pragma once

#include <string>
#include <vector>

#include "durf/base/entropy.hpp"
#include "durf/base/keys.hpp"

namespace durf::storage {

class KeyFiles final : public base::KeyVault {
 public:
  /// Makes the folder when it is not there, and destroys what creations that were cut short have left.
  KeyFiles(std::string folder, base::Entropy& entropy);

  base::SharedKey create(const base::KeyName& name) override;
  /// As `create`, with a key that there is already: one that comes back from a backup.
  base::SharedKey keep(const base::KeyName& name, const base::SharedKey& key);
  base::SharedKey load(const base::KeyName& name) override;
  bool destroy(const base::KeyName& name) override;
  std::vector<base::KeyName> list() override;

 private:
  std::string path_of(const base::KeyName& name) const;

  std::string folder_;
  base::Entropy& entropy_;
};

}  // namespace durf::storage
