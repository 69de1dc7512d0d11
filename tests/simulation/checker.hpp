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
#include "support/heard.hpp"

namespace durf::simulation {

/// A text by which the checker finds a question in whatever it reads.
std::string text_of_question(std::uint32_t number);

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
  void left(session::ConnectionId connection) { desks_.erase(connection); }
  /// The core said this after a step. `settled`: the log had just answered.
  void said(const session::Actions& actions, const session::SessionCore& core, bool settled);
  /// The disk or the process had a bad moment: what must be forgotten gets its time anew.
  void disturbed(std::int64_t now);
  void look_for_forgotten(const std::vector<std::string>& payloads, std::int64_t now);

  /// Whether something may still be in the log that has to leave it.
  bool forgetting() const { return !forget_by_.empty() || rewrite_by_; }

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
  using Wishes = std::map<std::uint32_t, domain::Upvote>;

  Feed& feed(domain::Audience audience) { return feeds_[static_cast<std::size_t>(audience)]; }
  const Feed& feed(domain::Audience audience) const { return feeds_[static_cast<std::size_t>(audience)]; }
  const testing::Heard& hear(const protocol::SharedFrame& frame);

  void take(const domain::Events& events, std::int64_t now);
  void take(const domain::Event& event, std::int64_t now);
  void wished(const Given& given);
  static std::int64_t rewritten_by(std::int64_t now);
  void begin_anew(domain::State state, const std::vector<std::string>& payloads);
  void check_slot(std::uint32_t person) const;
  void check_support() const;
  void check_acknowledged() const;

  void check_desks() const;
  void check_push(const session::Push& push);
  void check_send(const session::Send& send);
  void check_reply(const testing::Heard& heard);
  void check_texts(const std::string& text, domain::Audience audience) const;
  void check_shown(domain::Audience audience) const;

  Counts& counts_;
  std::unordered_map<domain::CommandId, Given, base::IdHash> given_;
  domain::State replayed_;

  // Of this life of the log: until a rehearsal ends.
  std::set<domain::CommandId> acknowledged_;
  std::map<domain::QuestionId, Wishes> wishes_;
  std::map<domain::QuestionId, std::uint32_t> authors_;
  std::set<domain::QuestionId> released_;
  std::map<domain::QuestionId, std::string> texts_;  ///< of all that were ever submitted
  std::optional<std::int64_t> rewrite_by_;  ///< from then on the log may not tell in which order records came
  std::map<domain::QuestionId, std::int64_t> forget_by_;  ///< withdrawn, and perhaps still in the log

  // Of this epoch.
  std::string epoch_;
  std::array<Feed, 3> feeds_;
  std::unordered_map<domain::CommandId, std::string, base::IdHash> refused_;
  std::set<session::ConnectionId> closed_;
  std::map<session::ConnectionId, domain::Audience> attached_;
  std::map<session::ConnectionId, std::pair<domain::LinkId, domain::SecretHash>> desks_;
  std::set<domain::QuestionId> asked_;  ///< of a token that this run of the core knows
  bool anew_ =
      false;  ///< the log has just begun anew: what its last batch accepted is told, although it is forgotten
  /// By the bytes that were shared; holds them, so that an address is never met twice.
  std::unordered_map<const std::string*, std::pair<protocol::SharedFrame, testing::Heard>> heard_;
};

}  // namespace durf::simulation
