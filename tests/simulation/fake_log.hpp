// SPDX-License-Identifier: MIT
// The log of one session on a disk that is slow, full, or fails without telling what it kept. What is on the
// disk outlives crashes; what is under way may have reached it or not.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "durf/log/event_log.hpp"
#include "simulation/agenda.hpp"
#include "simulation/counts.hpp"
#include "simulation/dice.hpp"
#include "simulation/saboteur.hpp"

namespace durf::simulation {

class FakeLog {
 public:
  using Answer = std::function<void(log::AppendOutcome)>;
  using Written = std::function<void(const log::Append&)>;

  /// `written` is called when a record is on the disk, before anybody is answered.
  FakeLog(Agenda& agenda, Dice& dice, Counts& counts, Saboteur& saboteur, std::string first, Written written);

  void append(log::Append append, Answer answer);
  /// The process is gone: what was under way is decided now, and nobody is answered.
  void crash();
  void set_full(bool full) { full_ = full; }
  /// From now on every append succeeds.
  void heal();

  bool writing() const { return under_way_.has_value(); }
  /// The archive is being written.
  bool closing() const { return under_way_ && under_way_->append.mode == log::AppendMode::close; }
  /// The archive is all that is left.
  bool closed() const { return closed_; }
  const std::vector<std::string>& payloads() const { return payloads_; }
  log::Sequence next() const { return next_; }

 private:
  struct UnderWay {
    log::Append append;
    bool on_disk = false;
  };
  log::AppendOutcome outcome_of_this_one();
  void keep();

  Agenda& agenda_;
  Dice& dice_;
  Counts& counts_;
  Saboteur& saboteur_;
  Written written_;
  std::vector<std::string> payloads_;
  log::Sequence next_ = 2;
  std::optional<UnderWay> under_way_;
  std::uint64_t runs_ = 0;  ///< answers of an earlier run of the process go nowhere
  bool closed_ = false;
  bool full_ = false;
  bool healed_ = false;
};

}  // namespace durf::simulation
