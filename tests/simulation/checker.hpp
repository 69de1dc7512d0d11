// SPDX-License-Identifier: MIT
// Watches everything that reaches the disk and everything that leaves the server, and throws `Broken` at the
// first thing that must not be. Knows the log by replaying it record by record, and what people wished by the
// commands that were given; from the core it takes nothing on trust.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "durf/log/event_log.hpp"
#include "durf/session/session_core.hpp"
#include "simulation/counts.hpp"
#include "simulation/supporters.hpp"
#include "simulation/texts.hpp"
#include "support/heard.hpp"

namespace durf::simulation {

class Checker {
 public:
  Checker(Counts& counts, const domain::Definition& definition);

  /// Somebody made this command and may send it any number of times.
  void given(const domain::CommandId& id, std::uint32_t person, const domain::Command& command);

  void written(const log::Append& append, const std::vector<std::string>& payloads, std::int64_t now);
  /// The process starts, with what the log holds.
  void began(const session::SessionCore& core, const std::vector<std::string>& payloads, std::int64_t now);
  /// A desk is at the door, by this secret.
  void at_the_door(session::ConnectionId connection, const domain::LinkId& link,
                   const domain::SecretHash& secret);
  void left(session::ConnectionId connection) {
    desks_.erase(connection);
    left_.insert(connection);
  }
  /// The core said this after a step. `settled`: the log had just answered.
  void said(const session::Actions& actions, const session::SessionCore& core, bool settled);
  /// The disk or the process had a bad moment: what must be forgotten gets its time anew.
  void disturbed(std::int64_t now);
  /// The machine slept: the server's clock went ahead of the world's.
  void slept(std::int64_t ms) { slept_ += ms; }
  void look_for_forgotten(const std::vector<std::string>& payloads, std::int64_t now);

  /// Whether something may still be in the log that has to leave it.
  bool forgetting() const { return !forget_by_.empty() || rewrite_by_; }
  /// Whether phones have yet to hear of a merge.
  bool telling() const { return !merged_at_.empty() && !over_; }
  /// Whether the archive took the place of the log.
  bool over() const { return over_; }

  /// What this audience was shown last in this epoch.
  const testing::Entities& shown(domain::Audience audience) const { return feed(audience).shown; }
  std::uint64_t number(domain::Audience audience) const { return feed(audience).frames.size(); }
  const std::string& epoch() const { return epoch_; }
  const domain::State& replayed() const { return replayed_; }

  /// Nothing moves any more: what is shown is what is.
  void finished(const session::SessionCore& core) const;

 private:
  struct Given {
    std::uint32_t person = 0;
    domain::Command command;
  };
  struct Feed {
    testing::Entities shown;
    std::vector<protocol::SharedFrame> frames;
  };
  struct Reply {
    domain::ReplyId id;
    std::string text;                ///< as it is now
    std::set<std::string> covered;  ///< what it was before it was redacted
  };
  struct Gone {
    const char* invariant = "";
    std::int64_t by = 0;
  };

  Feed& feed(domain::Audience audience) { return feeds_[static_cast<std::size_t>(audience)]; }
  const Feed& feed(domain::Audience audience) const { return feeds_[static_cast<std::size_t>(audience)]; }
  const testing::Heard& hear(const protocol::SharedFrame& frame);

  void take(const domain::Events& events, std::int64_t now);
  void take(const domain::Event& event, std::int64_t now);
  void take_round(const domain::RoundPassed& passed);
  void take_reply(const domain::AskBackReplied& replied);
  void take_withdrawal(const domain::QuestionWithdrawn& withdrawn, std::int64_t now);
  void take_redaction(const domain::QuestionRedacted& redacted, std::int64_t now);
  void take_redaction(const domain::ReplyRedacted& redacted, std::int64_t now);
  void take_telling(const domain::MergeTold& told, std::int64_t now);
  void after_round();
  void forget(const std::string& text, const char* invariant, std::int64_t now);
  void wished(const Given& given);
  void check_author(const domain::QuestionId& question, const domain::AuthorshipHash& shown) const;
  static std::int64_t rewritten_by(std::int64_t now);
  void begin_anew(domain::State state, const std::vector<std::string>& payloads);
  void close(const log::Append& append, const std::vector<std::string>& payloads);
  void check_archive(const std::string& archive) const;
  std::set<domain::QuestionId> named_by_what_is_not_accepted() const;
  void check_slot(std::uint32_t person) const;
  void check_reply_slot(std::uint32_t person) const;
  void check_acknowledged() const;

  void check_desks() const;
  void check_push(const session::Push& push);
  void check_send(const session::Send& send);
  void check_reply(const testing::Heard& heard);
  void check_goodbyes(const session::Actions& actions) const;
  void check_numbers_stay(const testing::Heard& heard, domain::Audience audience) const;
  void check_tally(domain::Audience audience) const;
  void check_texts(const std::string& text, domain::Audience audience) const;
  void check_question_text(const std::string& text, const Mark& mark, domain::Audience audience) const;
  void check_reply_text(const std::string& text, const Mark& mark, domain::Audience audience) const;
  bool still_shows(domain::Audience audience, const char* collection, const std::string& id,
                   const char* field, const std::string& text) const;
  void check_shown(domain::Audience audience) const;

  Counts& counts_;
  std::unordered_map<domain::CommandId, Given, base::IdHash> given_;
  domain::State replayed_;

  // Of this life of the log: until a rehearsal ends.
  std::set<domain::CommandId> acknowledged_;
  Supporters supporters_;
  std::map<domain::QuestionId, std::uint32_t> authors_;
  std::map<domain::QuestionId, domain::AuthorshipHash> authorships_;
  std::set<domain::QuestionId> released_;
  std::map<domain::QuestionId, std::string> texts_;  ///< of all that were ever submitted, as they are now
  std::map<domain::QuestionId, std::set<std::string>> covered_;  ///< what they were before they were redacted
  std::map<std::uint32_t, Reply> replies_;
  std::uint32_t waiting_ = 0;                             ///< for a moderator, when the last round had passed
  std::map<domain::QuestionId, std::int64_t> merged_at_;  ///< those that phones have not been told of
  std::optional<std::int64_t> rewrite_by_;  ///< from then on the log may not tell in which order records came
  std::map<std::string, Gone> forget_by_;   ///< texts that are perhaps still in the log
  std::int64_t slept_ = 0;
  bool over_ = false;

  // Of this epoch.
  std::string epoch_;
  std::array<Feed, domain::all_audiences.size()> feeds_;
  std::unordered_map<domain::CommandId, std::string, base::IdHash> refused_;
  std::set<session::ConnectionId> closed_;
  std::set<session::ConnectionId> left_;
  std::map<session::ConnectionId, domain::Audience> attached_;
  std::map<session::ConnectionId, std::pair<domain::LinkId, domain::SecretHash>> desks_;
  std::set<domain::QuestionId> asked_;  ///< of a token that this run of the core knows
  std::set<domain::ReplyId> replied_;   ///< likewise
  bool anew_ =
      false;  ///< the log has just begun anew: what its last batch accepted is told, although it is forgotten
  /// By the bytes that were shared; holds them, so that an address is never met twice.
  std::unordered_map<const std::string*, std::pair<protocol::SharedFrame, testing::Heard>> heard_;
};

}  // namespace durf::simulation
