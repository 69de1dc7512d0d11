// SPDX-License-Identifier: MIT
// People and their pages. A person is what a browser keeps: commands that wait for their answer, the count of
// changes to each upvote, own questions. A page is one tab: a connection that comes and goes, and a replica.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "simulation/checker.hpp"
#include "simulation/line.hpp"
#include "support/heard.hpp"

namespace durf::simulation {

/// What all pages share.
struct Outside {
  Agenda& agenda;
  Dice& dice;
  Counts& counts;
  Checker& checker;
  ServerEnd& server;
  bool calm = false;  ///< the network is healed
  std::uint64_t lines = 0;
  std::uint32_t commands = 0;
  std::uint32_t carrying = 0;  ///< phones that have yet to bring their support to where it was merged
  /// What pages made of the bytes that they received: the same bytes are read once.
  std::unordered_map<std::string, testing::Heard> heard = {};
};

struct Wish {
  domain::CommandId id;
  domain::Command command;
};

class Page;

struct Person {
  std::uint32_t number = 0;
  domain::Role role = domain::Role::participant;
  std::vector<Wish> outbox;        ///< not answered yet
  std::vector<Wish> settled;       ///< the last ones that were
  std::vector<std::uint32_t> own;  ///< questions asked
  std::map<domain::QuestionId, std::uint64_t> revisions;
  std::map<domain::QuestionId, bool> up;
  std::set<domain::QuestionId> merges;  ///< that this phone knows of
  std::vector<std::unique_ptr<Page>> pages;

  // Of a desk.
  domain::LinkId link;
  std::vector<domain::SecretHash> secrets;  ///< one of them is right, unless the link was revoked
  std::size_t secret = 0;                   ///< which one is tried next
  std::uint32_t turned_away = 0;            ///< in a row
  bool stopped = false;

  /// Made, and given to an open page, or to all of them.
  void wish(Outside& outside, domain::Command command);
  void upvote(Outside& outside, const domain::QuestionId& question, bool up);
  /// Told of a merge: at some moment within a round, and by itself, this phone supports what it was merged
  /// into.
  void learn_merge(Outside& outside, const domain::QuestionId& question, std::int64_t round_ms);
  void answered(const std::string& command, const std::string& code);
};

class Page final : public PageEnd {
 public:
  Page(Outside& outside, Person& person) : outside_(outside), person_(person) {}

  void connect();
  /// Walks out of reach, or gives the connection up.
  void drop();
  bool open() const { return open_; }
  void send(const Wish& wish);
  /// Sends what waits, in order, a few at a time.
  void flush();
  bool caught_up() const;
  const testing::Entities& replica() const { return replica_; }

  void hear(const protocol::SharedFrame& frame) override;
  void closed(protocol::CloseCode code) override;

 private:
  void reconnect();
  void lose_patience();
  void learn_merges(const testing::Heard& heard);
  void take_frame(const testing::Heard& heard);
  domain::Audience audience() const { return domain::audience_of(person_.role); }

  Outside& outside_;
  Person& person_;
  std::shared_ptr<Line> line_;
  bool open_ = false;                               ///< welcomed
  bool paused_ = false;                             ///< the server asked for less haste, or its disk is full
  std::uint64_t attempts_ = 0;                      ///< plans of an earlier connection are void
  std::map<domain::CommandId, std::int64_t> sent_;  ///< on this connection, and when
  std::int64_t connected_at_ = 0;
  std::uint64_t taken_ = 0;

  testing::Entities replica_;
  std::string epoch_;
  std::uint64_t number_ = 0;
};

}  // namespace durf::simulation
