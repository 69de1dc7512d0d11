// SPDX-License-Identifier: MIT
// Who is connected to one shard, so that all can be asked to leave and, when they do not, be cut. Shard's
// thread.
#pragma once

#include <cstddef>
#include <unordered_set>
#include <vector>

namespace durf::net {

class Guest {
 public:
  /// Says goodbye and leaves within a limited time.
  virtual void leave() = 0;
  /// Leaves now.
  virtual void cut() = 0;

 protected:
  ~Guest() = default;
};

class Roster {
 public:
  void add(Guest& guest) { guests_.insert(&guest); }
  void remove(Guest& guest) { guests_.erase(&guest); }
  std::size_t size() const { return guests_.size(); }

  void ask_all_to_leave() const {
    for (Guest* guest : everyone()) guest->leave();
  }
  void cut_all() const {
    for (Guest* guest : everyone()) guest->cut();
  }

 private:
  // A copy: who leaves at once removes itself.
  std::vector<Guest*> everyone() const { return {guests_.begin(), guests_.end()}; }

  std::unordered_set<Guest*> guests_;
};

}  // namespace durf::net
