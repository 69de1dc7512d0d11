// SPDX-License-Identifier: MIT
// All phones of one session, what they are told to do and what became of it. Brings back whoever the server sends away,
// as pages do, and counts the time until they are in from the moment at which they wanted to be. Owned by the scenario;
// on the loop's thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "load/histogram.hpp"
#include "load/phone.hpp"

namespace durf::load {

/// What happened, since the last time that somebody asked for it anew.
struct Records {
  Histogram joins;
  Histogram answers[2];  ///< by `Deed`: from the intended moment until the reply
  std::uint64_t accepted[2] = {};
  std::uint64_t given_up[2] = {};  ///< not even sent, because too many waited for their answer
  std::uint64_t snapshots = 0;     ///< joins that began with one
  std::uint64_t resyncs = 0;       ///< snapshots for those who were in, but behind
  std::uint64_t resumed = 0;       ///< joins that caught up by frames
  std::map<std::string, std::uint64_t, std::less<>> refused;  ///< by code
  std::map<std::string, std::uint64_t, std::less<>> lost;     ///< by how the connection ended
  std::uint64_t faults = 0;  ///< of them: the server broke the protocol, or we could not connect
};

/// Who has seen a frame after which all questions together have exactly that support.
struct Seen {
  std::uint64_t support = 0;
  std::size_t phones = 0;
  Us first = 0;  ///< when the first of them saw it
  Us last = 0;
};

class Crowd {
 public:
  /// The phones come from so many addresses of that network.
  Crowd(Loop& loop, const Target& target, Room& room, std::size_t phones, std::uint8_t network, std::size_t addresses);

  std::size_t size() const { return phones_.size(); }
  Phone& operator[](std::size_t i) { return *phones_[i]; }
  std::size_t here() const { return here_; }

  /// One moment for each of the phones, in their order.
  void join_at(const std::vector<Us>& moments);

  /// From now on: who sees all that support? A phone counts once.
  void watch_for(std::uint64_t support);
  const Seen& seen() const { return seen_; }

  Records& records() { return records_; }

  // What phones tell.
  void joined(Phone& phone, Us intended, bool had_snapshot);
  void left(Phone& phone);
  void lost(Phone& phone, Loss loss);
  void answered(Deed deed, Us intended, bool ok, std::string_view code);
  void gave_up(Deed deed) { ++records_.given_up[static_cast<std::size_t>(deed)]; }
  void saw(Phone& phone);

 private:
  Loop& loop_;
  Room& room_;
  std::vector<std::unique_ptr<Phone>> phones_;
  std::size_t here_ = 0;
  Seen seen_;
  std::uint32_t watches_ = 0;
  Records records_;
};

}  // namespace durf::load
