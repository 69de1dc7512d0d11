// SPDX-License-Identifier: MIT
#include "simulation/fake_log.hpp"

#include <utility>

#include "simulation/broken.hpp"

namespace durf::simulation {

using log::AppendOutcome;

namespace {

// In milliseconds: a disk that is well, and one that has a bad moment.
constexpr std::int64_t commit_max = 8;
constexpr std::int64_t late_commit_max = 400;

}  // namespace

FakeLog::FakeLog(Agenda& agenda, Dice& dice, Counts& counts, Saboteur& saboteur, std::string first,
                 Written written)
    : agenda_(agenda), dice_(dice), counts_(counts), saboteur_(saboteur), written_(std::move(written)) {
  payloads_.push_back(std::move(first));
}

void FakeLog::append(log::Append append, Answer answer) {
  require(!under_way_, "one record at a time");
  require(append.expected == next_, "the fence", "an append of a core that is not the owner");
  under_way_ = UnderWay{std::move(append), false};
  const bool late = dice_.chance(50);
  if (late) counts_.add(Happened::late_commit);
  const std::int64_t written_after = dice_.between(0, late ? late_commit_max : commit_max);
  const std::int64_t answered_after = written_after + dice_.between(0, late ? late_commit_max : 2);
  const AppendOutcome outcome = outcome_of_this_one();
  const bool kept =
      outcome == AppendOutcome::durable || (outcome == AppendOutcome::failed && dice_.chance(500));
  if (outcome == AppendOutcome::disk_full) counts_.add(Happened::disk_full_answer);
  if (outcome == AppendOutcome::failed)
    counts_.add(kept ? Happened::failed_commit_kept : Happened::failed_commit_lost);
  const std::uint64_t run = runs_;
  if (kept)
    agenda_.after(written_after, [this, run] {
      if (run == runs_) keep();
    });
  agenda_.after(answered_after, [this, run, outcome, answer = std::move(answer)] {
    if (run != runs_) return;
    under_way_.reset();
    answer(outcome);
  });
}

AppendOutcome FakeLog::outcome_of_this_one() {
  if (healed_) return AppendOutcome::durable;
  if (full_) return AppendOutcome::disk_full;
  if (dice_.chance(4)) return AppendOutcome::failed;
  if (dice_.chance(4)) return AppendOutcome::disk_full;
  return AppendOutcome::durable;
}

void FakeLog::keep() {
  under_way_->on_disk = true;
  log::Append append = under_way_->append;
  if (!saboteur_.spoil_record(append)) {
    ++next_;
    return;
  }
  if (append.mode != log::AppendMode::extend) payloads_.clear();
  if (append.mode == log::AppendMode::close) closed_ = true;
  payloads_.push_back(append.payload);
  ++next_;
  written_(append);
}

void FakeLog::crash() {
  ++runs_;
  // Full or failing, a disk keeps nothing of it; else it is chance.
  if (under_way_ && !under_way_->on_disk && !full_ && dice_.chance(500)) keep();
  under_way_.reset();
}

void FakeLog::heal() {
  healed_ = true;
  full_ = false;
}

}  // namespace durf::simulation
