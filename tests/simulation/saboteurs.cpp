// SPDX-License-Identifier: MIT
#include "simulation/saboteurs.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/gathering.hpp"
#include "durf/domain/project.hpp"
#include "durf/log/record_codec.hpp"
#include "durf/protocol/encode.hpp"
#include "support/heard.hpp"

namespace durf::simulation {
namespace {

using session::Actions;
using session::SessionCore;
using testing::hear;
using testing::Heard;

/// Tells people "ok" when the record leaves for the disk.
class AnswersBeforeTheDisk final : public Saboteur {
 public:
  void spoil_input(session::Input& input) override {
    const auto* commanded = std::get_if<session::Commanded>(&input);
    last_ = commanded ? std::optional(*commanded) : std::nullopt;
  }
  void spoil_actions(Actions& actions, const SessionCore&) override {
    const bool writes = std::any_of(actions.begin(), actions.end(), [](const session::Action& action) {
      return std::holds_alternative<session::AppendRecord>(action);
    });
    if (last_ && writes)
      actions.emplace_back(
          session::Send{last_->connection, {protocol::encode_accepted(last_->id, std::nullopt)}});
  }

 private:
  std::optional<session::Commanded> last_;
};

/// Every upvote counts as one more, whoever gives it and whatever came before.
class CountsUpvotesByAddition final : public Saboteur {
 public:
  void spoil_input(session::Input& input) override {
    auto* commanded = std::get_if<session::Commanded>(&input);
    auto* upvote = commanded ? std::get_if<domain::UpvoteQuestion>(&commanded->command) : nullptr;
    if (upvote) upvote->nullifier = domain::testing::numbered<domain::Nullifier>(++serial_, 0xadd);
  }

 private:
  std::uint32_t serial_ = 0;
};

/// An older wish that comes late undoes a newer one.
class ForgetsRevisions final : public Saboteur {
 public:
  void spoil_input(session::Input& input) override {
    auto* commanded = std::get_if<session::Commanded>(&input);
    auto* upvote = commanded ? std::get_if<domain::UpvoteQuestion>(&commanded->command) : nullptr;
    if (upvote) upvote->revision = ++serial_;
  }

 private:
  std::uint64_t serial_ = 0;
};

/// Takes a command that is sent again for a new one.
class DoesNotKnowRepeats final : public Saboteur {
 public:
  void spoil_input(session::Input& input) override {
    auto* commanded = std::get_if<session::Commanded>(&input);
    if (!commanded || seen_.insert(commanded->id).second) return;
    const auto fresh = domain::testing::numbered<domain::CommandId>(++serial_, 0xadd);
    meant_[fresh.text()] = commanded->id;
    commanded->id = fresh;
  }
  /// The answer goes to the id that the page knows.
  void spoil_actions(Actions& actions, const SessionCore&) override {
    for (session::Action& action : actions) {
      auto* send = std::get_if<session::Send>(&action);
      if (!send) continue;
      for (protocol::SharedFrame& frame : send->frames) {
        const Heard heard = hear(frame);
        const auto meant = meant_.find(heard.command);
        if (heard.kind != Heard::Kind::reply || meant == meant_.end()) continue;
        frame = heard.code.empty()
                    ? protocol::encode_accepted(meant->second, std::nullopt)
                    : protocol::encode_rejected(meant->second, {domain::RejectionCode::id_taken, {}, {}});
      }
    }
  }

  /// On the disk too it stands under the id that the page knows.
  bool spoil_record(log::Append& append) override {
    auto record = log::decode_record(append.payload);
    auto* events = record ? std::get_if<domain::Events>(&*record) : nullptr;
    if (!events) return true;
    for (domain::Event& event : *events) {
      auto* accepted = std::get_if<domain::CommandAccepted>(&event);
      const auto meant = accepted ? meant_.find(accepted->command.text()) : meant_.end();
      if (meant != meant_.end()) accepted->command = meant->second;
    }
    append.payload = log::encode_events(*events);
    return true;
  }

 private:
  std::set<domain::CommandId> seen_;
  std::map<std::string, domain::CommandId> meant_;
  std::uint32_t serial_ = 0;
};

/// Shows the desks what is still in the hat.
class ShowsHeldTexts final : public Saboteur {
 public:
  void spoil_actions(Actions& actions, const SessionCore& core) override {
    for (session::Action& action : actions) {
      auto* push = std::get_if<session::Push>(&action);
      if (!push || push->audience != domain::Audience::facilitator) continue;
      const Heard heard = hear(push->frame);
      if (heard.kind != Heard::Kind::frame) continue;
      for (const auto& [id, question] : core.durable().questions) {
        if (question.status != domain::QuestionStatus::held) continue;
        domain::Delta delta;
        delta.puts = {{{domain::Collection::question, id.text()}, {{"text", question.text.text}}}};
        push->frame = protocol::encode_frame(core.epoch(), heard.number, delta);
        return;
      }
    }
  }
};

/// Says "ok" when the disk is full.
class HidesAFullDisk final : public Saboteur {
 public:
  void spoil_actions(Actions& actions, const SessionCore&) override {
    for (session::Action& action : actions) {
      auto* send = std::get_if<session::Send>(&action);
      if (!send) continue;
      for (protocol::SharedFrame& frame : send->frames) {
        const Heard heard = hear(frame);
        if (heard.kind == Heard::Kind::reply && heard.code == "disk_full")
          frame = protocol::encode_accepted(*domain::CommandId::from_text(heard.command), std::nullopt);
      }
    }
  }
};

/// A disk that says "durable" and loses one record in thirty.
class LosesWhatItPromised final : public Saboteur {
 public:
  bool spoil_record(log::Append& append) override {
    return append.mode != log::AppendMode::extend || ++records_ % 30 != 0;
  }

 private:
  std::uint32_t records_ = 0;
};

/// A log that keeps the older records when it is rewritten.
class NeverForgets final : public Saboteur {
 public:
  bool spoil_record(log::Append& append) override {
    if (append.mode == log::AppendMode::replace) append.mode = log::AppendMode::extend;
    return true;
  }
};

/// One frame in twenty never leaves.
class SkipsAFrame final : public Saboteur {
 public:
  void spoil_actions(Actions& actions, const SessionCore&) override {
    std::erase_if(actions, [this](const session::Action& action) {
      return std::holds_alternative<session::Push>(action) && ++pushes_ % 20 == 0;
    });
  }

 private:
  std::uint32_t pushes_ = 0;
};

/// Answers that were due are lost for good: nobody hears of the own command any more.
class NeverAnswersSubmissions final : public Saboteur {
 public:
  void spoil_actions(Actions& actions, const SessionCore&) override {
    std::erase_if(actions, [](const session::Action& action) {
      const auto* send = std::get_if<session::Send>(&action);
      return send && send->frames.size() == 1 && !hear(send->frames.front()).receipt.empty();
    });
  }
};

template <class Kind>
Sabotage sabotage(std::string_view name, std::string_view invariant) {
  return {name, invariant, [] { return std::make_unique<Kind>(); }};
}

}  // namespace

const std::vector<Sabotage>& sabotages() {
  static const std::vector<Sabotage> all = {
      sabotage<AnswersBeforeTheDisk>("answers before the disk", "an ack means on disk"),
      sabotage<CountsUpvotesByAddition>("counts upvotes by addition",
                                        "support is the people who wish it now"),
      sabotage<ForgetsRevisions>("forgets revisions", "support is the people who wish it now"),
      sabotage<DoesNotKnowRepeats>("does not know repeats", "a command takes effect once"),
      sabotage<ShowsHeldTexts>("shows held texts", "a held text is in no frame"),
      sabotage<HidesAFullDisk>("hides a full disk", "an ack means on disk"),
      sabotage<LosesWhatItPromised>("loses what it promised", "an ack means on disk"),
      sabotage<NeverForgets>("never forgets", "a withdrawn text leaves the log in time"),
      sabotage<SkipsAFrame>("skips a frame", "frames are dense"),
      sabotage<NeverAnswersSubmissions>("never answers submissions", "everything drains in the end"),
  };
  return all;
}

}  // namespace durf::simulation
