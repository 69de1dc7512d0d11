// SPDX-License-Identifier: MIT
// A session core by hand: the test says what happens and reads, line by line, what is to be done. The clock
// stands until the test moves it, and the log answers when the test lets it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/gathering.hpp"
#include "durf/session/session_core.hpp"
#include "support/heard.hpp"

namespace durf::session::testing {

using namespace domain::testing;
/// The first and the last one may be asked for when there is none: then it is not the expected one.
struct Lines : std::vector<std::string> {
  using std::vector<std::string>::vector;
  std::string front() const { return empty() ? "nothing" : *begin(); }
  std::string back() const { return empty() ? "nothing" : *rbegin(); }
};

// Connections of desks; a participant's connection has the number of the person unless the test says
// otherwise.
inline constexpr Number desk = 100;
inline constexpr Number screen = 101;
inline constexpr Number moderation = 102;
inline constexpr Number stage_desk = 103;

/// As `a_definition`, but live from the start, with rounds of `round_ms_default` and links for a moderator
/// and a stage.
domain::Definition live_definition();
/// As `a_definition`, but a rehearsal.
domain::Definition rehearsal_definition();

class Room {
 public:
  explicit Room(domain::Definition definition = a_definition(), CoreSettings settings = {});

  // What happens. Each returns what is to be done, without wake-ups (see `wake`).
  Lines join(Number connection, const domain::Actor& actor, std::optional<protocol::Cursor> resume = {});
  Lines join(Number person) { return join(person, participant(person)); }
  /// With a facilitator, a moderator and a stage: questions of these people, each of the same number, are
  /// open, and the rings of all audiences begin with them.
  static Room with_open(const std::vector<Number>& people);

  /// A facilitator, by a link and the secret that it had at the door.
  Lines join_desk(Number connection, const domain::LinkId& by, Number secret);
  Lines leave(Number connection);
  Lines drained(Number connection);
  Lines command(Number connection, Number id, domain::Command command);
  Lines order(domain::Command command);
  Lines wake_up();
  Lines log_says(log::AppendOutcome outcome);
  Lines durable() { return log_says(log::AppendOutcome::durable); }
  Lines disk_full() { return log_says(log::AppendOutcome::disk_full); }

  /// A command, and the log's consent.
  Lines done(Number connection, Number id, domain::Command command);

  void pass(std::int64_t ms) { now = now + ms; }
  void go_to(std::int64_t ms) { now = {ms}; }
  /// Time passes up to the end of the round, and the log consents.
  void pass_round();
  /// The process died, or the core was dropped: all that is left is the log.
  void rebuild();

  /// The cursor of a page that has applied frame `number` of this epoch.
  protocol::Cursor after(std::uint64_t number) const { return {core->epoch(), number}; }
  const domain::State& state() const { return core->durable(); }

  /// All that the last input made the server say, to anybody.
  std::vector<protocol::SharedFrame> said() const;
  /// Whether `text` stands in anything of it.
  bool said_text(const std::string& text) const;
  /// Whether `text` stands in the log.
  bool log_holds(const std::string& text) const;

  base::SteadyMs now;
  std::optional<base::SteadyMs> wake;  ///< as asked for last
  Actions actions;                     ///< of the last input
  std::optional<log::Append> pending;  ///< what the log was given and has not answered
  std::vector<std::string> payloads;   ///< what the log holds
  log::Sequence next = 2;
  std::unique_ptr<SessionCore> core;

 private:
  Lines step(Input input);
  domain::Stamp stamp();

  CoreSettings settings_;
  bool fresh_ = true;  ///< the core was not stepped yet
  std::uint8_t runs_ = 0;
  std::uint64_t stamps_ = 0;
};

}  // namespace durf::session::testing
