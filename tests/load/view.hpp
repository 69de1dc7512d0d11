// SPDX-License-Identifier: MIT
// What a phone of one session has seen once it has applied frame n. All phones receive the same bytes, so they are read
// once, by whoever gets them first, and everybody else only looks up the number: that is what keeps thousands of phones
// cheap. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace durf::load {

struct Position {
  std::string epoch;
  std::uint64_t frame = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

class View {
 public:
  /// Applies a frame that stands right behind `at`, and moves it. False when it does not: a hole, or another epoch.
  bool apply_frame(std::string_view frame, Position& at);

  /// The position of a snapshot, compressed or not; nothing when it is none.
  std::optional<Position> apply_snapshot(std::string_view message, bool is_compressed);

  /// All support of all questions, as somebody sees it who has applied that frame. 0 for what is not known.
  std::uint64_t support_at(const Position& at) const;
  /// As of the newest frame that anybody has.
  std::uint64_t support() const { return support_; }
  std::size_t questions() const { return supports_.size(); }
  std::uint64_t frames() const { return at_.frame; }

 private:
  void take_supports(std::string_view text);
  void remember();

  Position at_;  ///< the newest that anybody has
  std::map<std::string, std::uint64_t, std::less<>> supports_;
  std::uint64_t support_ = 0;
  std::vector<std::uint64_t> support_by_frame_;

  std::string last_snapshot_;  ///< as it came: the next one is most often the same
  Position last_position_;
};

}  // namespace durf::load
