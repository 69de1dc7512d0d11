// SPDX-License-Identifier: MIT
#include "simulation/saboteurs.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "domain/gathering.hpp"
#include "durf/domain/project.hpp"
#include "durf/log/record_codec.hpp"
#include "durf/protocol/encode.hpp"
#include "simulation/texts.hpp"
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

/// Shows an audience the questions that are in this state.
class ShowsTextsThatAre : public Saboteur {
 public:
  ShowsTextsThatAre(domain::QuestionStatus status, domain::Audience audience)
      : status_(status), audience_(audience) {}
  void spoil_actions(Actions& actions, const SessionCore& core) override {
    for (session::Action& action : actions) {
      auto* push = std::get_if<session::Push>(&action);
      if (!push || push->audience != audience_) continue;
      const Heard heard = hear(push->frame);
      if (heard.kind != Heard::Kind::frame) continue;
      for (const auto& [id, question] : core.durable().questions) {
        if (question.status != status_) continue;
        domain::Delta delta;
        delta.puts = {{{domain::Collection::question, id.text()}, {{"text", question.text.text}}}};
        push->frame = protocol::encode_frame(core.epoch(), heard.number, delta);
        return;
      }
    }
  }

 private:
  domain::QuestionStatus status_;
  domain::Audience audience_;
};

/// Shows the desks what is still in the hat.
struct ShowsHeldTexts final : ShowsTextsThatAre {
  ShowsHeldTexts() : ShowsTextsThatAre(domain::QuestionStatus::held, domain::Audience::facilitator) {}
};
/// Shows phones what waits for a moderator.
struct ShowsPendingTexts final : ShowsTextsThatAre {
  ShowsPendingTexts() : ShowsTextsThatAre(domain::QuestionStatus::pending, domain::Audience::participant) {}
};
/// Shows the stage what was refused.
struct ShowsRefusedTexts final : ShowsTextsThatAre {
  ShowsRefusedTexts() : ShowsTextsThatAre(domain::QuestionStatus::refused, domain::Audience::stage) {}
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

/// Keeps every frame that was ever pushed, and brings whoever returns up to date with them.
class NeverEmptiesItsRings final : public Saboteur {
 public:
  void spoil_input(session::Input& input) override {
    const auto* joined = std::get_if<session::Joined>(&input);
    if (joined && joined->resume) resumes_[joined->connection] = *joined->resume;
  }
  void spoil_actions(Actions& actions, const SessionCore& core) override {
    if (epoch_ != core.epoch()) frames_.clear();
    epoch_ = core.epoch();
    for (session::Action& action : actions) {
      if (const auto* push = std::get_if<session::Push>(&action)) {
        const Heard heard = hear(push->frame);
        if (heard.kind == Heard::Kind::frame) frames_[push->audience][heard.number] = push->frame;
      } else if (auto* send = std::get_if<session::Send>(&action)) {
        if (send->then == session::Send::Then::attach) bring_frames(*send);
      }
    }
  }

 private:
  void bring_frames(session::Send& send) {
    const auto resume = resumes_.find(send.connection);
    if (resume == resumes_.end() || resume->second.epoch != epoch_) return;
    const auto snapshot = std::find_if(send.frames.begin(), send.frames.end(), [](const auto& frame) {
      return hear(frame).kind == Heard::Kind::snapshot;
    });
    if (snapshot == send.frames.end()) return;
    const std::uint64_t last = hear(*snapshot).number;
    const auto& kept = frames_[send.audience];
    std::vector<protocol::SharedFrame> missed;
    for (std::uint64_t number = resume->second.frame + 1; number <= last; ++number) {
      const auto frame = kept.find(number);
      if (frame == kept.end()) return;
      missed.push_back(frame->second);
    }
    const auto at = send.frames.erase(snapshot);
    send.frames.insert(at, missed.begin(), missed.end());
  }

  protocol::Epoch epoch_;
  std::map<session::ConnectionId, protocol::Cursor> resumes_;
  std::map<domain::Audience, std::map<std::uint64_t, protocol::SharedFrame>> frames_;
};

/// A frame that says something else than it did.
class RewritesFrames : public Saboteur {
 public:
  void spoil_actions(Actions& actions, const SessionCore& core) override {
    for (session::Action& action : actions) {
      auto* push = std::get_if<session::Push>(&action);
      if (!push) continue;
      Heard heard = hear(push->frame);
      if (heard.kind != Heard::Kind::frame || !rewrite(heard, core)) continue;
      push->frame = protocol::encode_frame(core.epoch(), heard.number, delta_of(heard));
    }
  }

 protected:
  virtual bool rewrite(Heard& heard, const SessionCore& core) = 0;

 private:
  static domain::EntityKey key_of(const testing::Key& key) {
    for (const auto collection :
         {domain::Collection::session, domain::Collection::topic, domain::Collection::question,
          domain::Collection::receipt, domain::Collection::link, domain::Collection::merge,
          domain::Collection::answer, domain::Collection::ask_back})
      if (name_of(collection) == key.first) return {collection, key.second};
    return {};
  }
  static domain::Delta delta_of(const Heard& heard) {
    domain::Delta delta;
    for (const auto& [key, fields] : heard.puts)
      delta.puts.emplace_back(key_of(key), domain::Fields(fields.begin(), fields.end()));
    for (const testing::Key& key : heard.removes) delta.removes.push_back(key_of(key));
    return delta;
  }
};

/// Adds the support of what was merged, as if they were other people.
class AddsMergedSupport final : public RewritesFrames {
  bool rewrite(Heard& heard, const SessionCore& core) override {
    bool changed = false;
    for (const auto& [id, question] : core.durable().questions) {
      if (question.status != domain::QuestionStatus::merged) continue;
      for (auto& [key, fields] : heard.puts) {
        if (key != testing::Key{"question", question.merged_into.text()} || !fields.contains("support"))
          continue;
        std::get<std::int64_t>(fields.at("support")) += question.merged_support;
        changed = true;
      }
    }
    return changed;
  }
};

/// Shows an upvote at once.
class MovesNumbersBetweenRounds final : public RewritesFrames {
  bool rewrite(Heard& heard, const SessionCore& core) override {
    for (const auto& [key, fields] : heard.puts)
      if (key.first == "session" && fields.contains("round")) return false;
    for (const auto& [id, question] : core.durable().questions) {
      if (domain::support_of(question) == question.shown_support) continue;
      heard.puts.push_back(
          {{"question", id.text()}, {{"support", std::int64_t{domain::support_of(question)}}}});
      return true;
    }
    return false;
  }
};

/// Does not tell the room of everything that was refused.
class HidesRefusals final : public RewritesFrames {
  bool rewrite(Heard& heard, const SessionCore&) override {
    for (auto& [key, fields] : heard.puts) {
      if (key.first != "session" || !fields.contains("tally_refused")) continue;
      std::get<std::int64_t>(fields.at("tally_refused")) -= 1;
      return true;
    }
    return false;
  }
};

/// Shows verdicts as soon as there is one.
class ShowsLoneVerdicts final : public RewritesFrames {
  bool rewrite(Heard& heard, const SessionCore& core) override {
    for (auto& [key, fields] : heard.puts) {
      if (key.first != "session" || !fields.contains("round")) continue;
      std::int64_t yes = 0;
      for (const auto& [id, question] : core.durable().questions)
        if (question.verdict == domain::Verdict::yes) ++yes;
      if (yes == 0) return false;
      fields["judged_yes"] = yes;
      return true;
    }
    return false;
  }
};

/// Writes other facts than the core decided.
class RewritesFacts : public Saboteur {
 public:
  bool spoil_record(log::Append& append) override {
    if (append.mode != log::AppendMode::extend) return true;
    auto record = log::decode_record(append.payload);
    auto* events = record ? std::get_if<domain::Events>(&*record) : nullptr;
    if (!events) return true;
    rewrite(*events);
    append.payload = log::encode_events(*events);
    return true;
  }

 protected:
  virtual void rewrite(domain::Events& events) = 0;
};

/// Tells phones of a merge as soon as there is one.
class TellsMergesAtOnce final : public RewritesFacts {
  void rewrite(domain::Events& events) override {
    for (std::size_t i = 0; i < events.size(); ++i)
      if (const auto* merged = std::get_if<domain::QuestionMerged>(&events[i])) {
        const domain::MergeTold told{merged->question};
        events.insert(events.begin() + static_cast<std::ptrdiff_t>(i) + 1, told);
      }
  }
};

/// Lets everything out of the hat to be seen by all.
class LetsInsultsThrough final : public RewritesFacts {
  void rewrite(domain::Events& events) override {
    for (domain::Event& event : events)
      if (auto* passed = std::get_if<domain::RoundPassed>(&event)) passed->pending.clear();
  }
};

/// Goes on taking questions when the session has ended.
class AsksAfterTheEnd final : public RewritesFacts {
  void rewrite(domain::Events& events) override {
    if (!events.empty() && std::holds_alternative<domain::QuestionSubmitted>(events.front()))
      events.insert(events.begin(), domain::SessionEnded{20'778});
  }
};

/// Believes everyone to be the author.
class TakesAnySecret final : public Saboteur {
 public:
  void spoil_input(session::Input& input) override {
    auto* commanded = std::get_if<session::Commanded>(&input);
    if (!commanded) return;
    if (const auto* submitted = std::get_if<domain::SubmitQuestion>(&commanded->command))
      authorships_[submitted->question] = submitted->authorship;
    if (auto* withdrawn = std::get_if<domain::WithdrawQuestion>(&commanded->command)) {
      const auto known = authorships_.find(withdrawn->question);
      if (known != authorships_.end()) withdrawn->authorship = known->second;
    }
  }

 private:
  std::map<domain::QuestionId, domain::AuthorshipHash> authorships_;
};

/// Forgets one of the connections when the session is closed.
class LeavesSomebodyBehind final : public Saboteur {
 public:
  void spoil_actions(Actions& actions, const SessionCore&) override {
    const auto goodbye = std::find_if(actions.begin(), actions.end(), [](const session::Action& action) {
      const auto* close = std::get_if<session::Close>(&action);
      return close && close->code == protocol::CloseCode::session_closed;
    });
    if (goodbye != actions.end()) actions.erase(goodbye);
  }
};

/// Tells somebody whose link was revoked that the session is closed: the page wipes what it has.
class SaysClosedTooEarly final : public Saboteur {
 public:
  void spoil_actions(Actions& actions, const SessionCore&) override {
    for (session::Action& action : actions)
      if (auto* close = std::get_if<session::Close>(&action))
        close->code = protocol::CloseCode::session_closed;
  }
};

/// Archives what was withdrawn too.
class ArchivesEverything final : public Saboteur {
 public:
  bool spoil_record(log::Append& append) override {
    if (append.mode == log::AppendMode::close) {
      for (const auto& [id, text] : texts_) append.payload += text;
      return true;
    }
    const auto record = log::decode_record(append.payload);
    const auto* events = record ? std::get_if<domain::Events>(&*record) : nullptr;
    if (!events) return true;
    for (const domain::Event& event : *events)
      if (const auto* submitted = std::get_if<domain::QuestionSubmitted>(&event))
        texts_[submitted->question] = submitted->text.text;
    return true;
  }

 private:
  std::map<domain::QuestionId, std::string> texts_;
};

/// Keeps more of the definition than is needed to find the archive.
class KeepsTheJoinCode final : public Saboteur {
 public:
  bool spoil_record(log::Append& append) override {
    if (append.mode != log::AppendMode::close) return true;
    auto remains = log::decode_definition(*append.definition);
    remains->join_code = "482913";
    append.definition = log::encode_definition(*remains);
    return true;
  }
};

/// Takes every connection for somebody else.
class CountsConnectionsAsPeople final : public Saboteur {
 public:
  void spoil_input(session::Input& input) override {
    auto* joined = std::get_if<session::Joined>(&input);
    if (joined && joined->actor.role == domain::Role::participant)
      joined->actor.member = domain::testing::numbered<domain::MemberTag>(++serial_, 0xadd);
  }

 private:
  std::uint32_t serial_ = 0;
};

/// Leaves the first question out of the archive.
class ArchivesTooLittle final : public Saboteur {
 public:
  bool spoil_record(log::Append& append) override {
    if (append.mode != log::AppendMode::close) return true;
    const auto marks = marks_in(append.payload);
    if (!marks.empty() && !marks.front().is_reply) append.payload.erase(marks.front().at, 1);
    return true;
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
      sabotage<NeverForgets>("never forgets what was covered", "a redacted text leaves the log in time"),
      sabotage<NeverEmptiesItsRings>("keeps withdrawn texts in its rings", "a withdrawn text is in no frame"),
      sabotage<NeverEmptiesItsRings>("keeps covered texts in its rings", "a redacted text is in no frame"),
      sabotage<NeverEmptiesItsRings>("keeps refused texts in its rings",
                                     "what moderation keeps back is in no frame of the room"),
      sabotage<ShowsPendingTexts>("shows pending texts",
                                  "what moderation keeps back is in no frame of the room"),
      sabotage<ShowsRefusedTexts>("shows refused texts",
                                  "what moderation keeps back is in no frame of the room"),
      sabotage<AddsMergedSupport>("adds merged support", "nobody counts twice for merged questions"),
      sabotage<MovesNumbersBetweenRounds>("moves numbers between rounds", "numbers move at rounds only"),
      sabotage<HidesRefusals>("hides refusals", "the tally adds up"),
      sabotage<ShowsLoneVerdicts>("shows lone verdicts", "few verdicts are not shown"),
      sabotage<TellsMergesAtOnce>("tells merges at once", "a merge can be undone for ten seconds"),
      sabotage<LetsInsultsThrough>("lets insults through", "moderation is switched for what comes out"),
      sabotage<AsksAfterTheEnd>("asks after the end", "nothing is asked or supported after the end"),
      sabotage<TakesAnySecret>("takes any secret", "who does it proves to be the author"),
      sabotage<LeavesSomebodyBehind>("leaves somebody behind", "everyone is told that the session is closed"),
      sabotage<SaysClosedTooEarly>("says closed too early", "nobody is told that it is closed before it is"),
      sabotage<ArchivesEverything>("archives everything", "the archive holds what was to be seen by all"),
      sabotage<KeepsTheJoinCode>("keeps the join code",
                                 "of the definition only what finds the archive remains"),
      sabotage<CountsConnectionsAsPeople>("counts connections as people",
                                          "one question per token in the hat"),
      sabotage<ArchivesTooLittle>("archives too little", "the archive leaves no question out"),
      sabotage<SkipsAFrame>("skips a frame", "frames are dense"),
      sabotage<NeverAnswersSubmissions>("never answers submissions", "everything drains in the end"),
  };
  return all;
}

}  // namespace durf::simulation
