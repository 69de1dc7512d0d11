// SPDX-License-Identifier: MIT
// The heart of a session as a machine without I/O: `step` takes what happened and returns what to do. It works in three
// phases that never overlap:
//
//   DECIDE   each waiting command → events or a rejection; accepted events are applied to the working state at once
//   COMMIT   all gathered events leave as one record; nothing else happens until the log has answered
//   PUBLISH  the durable state is projected and encoded once per audience; replies leave; newcomers are served
//
// Only the durable state is ever projected, so nobody sees what the log might forget. Owned by one session host and stepped on
// one thread; runtime/session_host.cpp carries the actions out with Asio, the simulator in tests/simulation with fakes.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "durf/base/clock.hpp"
#include "durf/domain/archive.hpp"
#include "durf/domain/decide.hpp"
#include "durf/domain/presence.hpp"
#include "durf/domain/project.hpp"
#include "durf/domain/state.hpp"
#include "durf/log/event_log.hpp"
#include "durf/protocol/close_code.hpp"
#include "durf/protocol/messages.hpp"
#include "durf/protocol/shared_frame.hpp"
#include "durf/session/audience_feed.hpp"
#include "durf/session/connection_id.hpp"
#include "durf/session/measures.hpp"
#include "durf/session/refusals.hpp"
#include "durf/session/session_clock.hpp"

namespace durf::session {

// What can happen to a session.

struct Joined {
  ConnectionId connection;
  domain::Actor actor;
  domain::LinkId link;  ///< by which a desk came; empty for participants
  std::optional<protocol::Cursor> resume;
  domain::SecretHash secret;  ///< of the link, as it was at the door: it may be renewed while this one waits to be let in
  bool may_be_new = true;     ///< false: a participant only if the session remembers the token
};
struct Left {
  ConnectionId connection;
};
struct Commanded {
  ConnectionId connection;
  domain::CommandId id;
  domain::Command command;
};
/// The operator of the server wants this; nobody is told, the definition shows it.
struct Ordered {
  domain::Command command;
};
/// The outbox of a stale connection is empty again.
struct Drained {
  ConnectionId connection;
};
/// The log's answer to the one `AppendRecord` that is under way.
struct Appended {
  log::AppendOutcome outcome;
};
/// The time asked for with `WakeAt` has come (or any other time: it does no harm).
struct Woken {};

using Input = std::variant<Joined, Left, Commanded, Ordered, Drained, Appended, Woken>;

// What is to be done, in this order.

struct AppendRecord {
  log::Append append;
};
/// To everyone of the audience that has been sent `attach` before.
struct Push {
  domain::Audience audience;
  protocol::SharedFrame frame;
};
/// To one connection.
struct Send {
  enum class Then {
    nothing,
    attach,     ///< from here on it receives the audience's pushes
    caught_up,  ///< was stale, and is whole again with these frames
  };
  ConnectionId connection;
  std::vector<protocol::SharedFrame> frames;
  Then then = Then::nothing;
  domain::Audience audience = domain::Audience::participant;
  bool is_new = false;  ///< with `attach`: a participant whose token the session did not remember
};
struct Close {
  ConnectionId connection;
  protocol::CloseCode code;
};
/// The definition that stands on disk now; code and links may have changed. Said with the first step too: the run before may
/// have ended without knowing what it had written.
struct DefinitionChanged {
  domain::Definition definition;
};
/// Replaces the wake-up asked for before.
struct WakeAt {
  base::SteadyMs at;
};
/// This core must not be stepped again: close its connections with `resync` and build a new one from the log.
struct Rebuild {};
/// The session is closed: its archive took the place of the log, and everyone was sent away. This core must not be stepped
/// again, and there is nothing to build a new one from.
struct Closed {
  domain::Definition remaining;  ///< what stands on disk of the definition
};

using Action = std::variant<AppendRecord, Push, Send, Close, DefinitionChanged, WakeAt, Rebuild, Closed>;
using Actions = std::vector<Action>;

struct CoreSettings {
  std::string build;    ///< of the embedded pages
  std::string address;  ///< where phones find this server
  std::size_t participants_max = domain::limits::participants_default_max;
  std::size_t commands_accepted_max = domain::limits::commands_accepted_max;
  std::int64_t publish_interval_ms = domain::limits::publish_interval_ms;
};

class SessionCore {
 public:
  /// `state` is what the log says, `records` of how many records, `next` the sequence of the next one. Step it with `Woken`
  /// at once: a core that takes over from a crash may have something to write before anybody comes.
  SessionCore(domain::State state, std::size_t records, log::Sequence next, const protocol::Epoch& epoch,
              CoreSettings settings, const domain::Stamp& stamp);

  /// Inputs of one connection in the order in which they happened. May throw base::Bug: then drop the core and rebuild.
  Actions step(Input input, const domain::Stamp& stamp);

  /// What has reached the disk. For tests and for checks before anything is projected.
  const domain::State& durable() const { return durable_; }
  const domain::Presence& presence() const { return presence_; }
  /// What the results page shows: only while the session is ended. Whoever asks during one run of the core sees the same order.
  std::optional<domain::Archive> results() const;
  bool committing() const { return batch_.has_value(); }

  /// What was counted since it was taken last; taken, it begins at nothing again.
  Measures take_measures() { return std::exchange(measures_, {}); }
  /// Whether a round has passed since this was asked last, and has left nothing in the hat: then what was counted may be told.
  bool take_release() { return std::exchange(released_, false); }
  Crowd crowd() const { return {static_cast<std::int64_t>(participants_), static_cast<std::int64_t>(desks_)}; }
  const protocol::Epoch& epoch() const { return epoch_; }

 private:
  struct Guest {
    domain::Actor actor;
    domain::LinkId link;
    domain::Audience audience;
  };
  /// An answer that waits for PUBLISH.
  struct Answer {
    ConnectionId connection;
    domain::CommandId command;
    std::optional<domain::Rejection> rejection;
    std::optional<domain::Receipt> receipt;
    domain::MemberTag member;  ///< who took the slot, if one was taken
    /// Taken by this command, of a question or of a reply; free again if the disk refuses.
    std::variant<std::monostate, domain::QuestionId, domain::ReplyId> slot;
  };
  /// What COMMIT is writing.
  struct Batch {
    domain::Events events;
    log::AppendMode mode = log::AppendMode::extend;
    bool definition_changed = false;
  };
  /// Let in, and not yet served.
  struct Newcomer {
    ConnectionId connection;
    std::optional<protocol::Cursor> resume;
    bool is_new;
  };
  /// What one token has used of the round.
  struct Slots {
    domain::QuestionId question;
    domain::ReplyId reply;
  };

  void admit(Input input);
  void advance();
  void stop_outlived_timer();

  // DECIDE
  void decide_due();
  void decide_waiting();
  void decide_one(const Commanded& commanded);
  void decide_for_system(const domain::Command& command);
  void join(const Joined& joined);
  bool is_full_for(domain::Role role) const;
  void make_room_for(const domain::MemberTag& member);
  void leave(const Left& left);
  void accept(const domain::Actor& actor, domain::Events events);
  void remember_slots();
  void restore_slots();
  void free_slot_of(const Answer& answer);

  // COMMIT
  bool commit();
  bool commit_snapshot();
  void commit_archive();
  void write(log::AppendMode mode, std::string payload);
  void settle(log::AppendOutcome outcome);
  void take_durable();
  void take_back();
  void give_up();
  void rewrite_by(base::SteadyMs at);
  void send_everyone_away();

  // PUBLISH
  void publish();
  void publish_views();
  void answer_all();
  void serve_newcomers();
  void close_revoked();
  void count(const Answer& answer);
  void note_durable(const domain::Event& event);
  void keep_rounds_going();
  void purge_rings_that_hold(const domain::QuestionId& question);
  void forget_redacted();
  void purge_rings_of_the_room();
  AudienceFeed& feed_of(domain::Audience audience);
  protocol::SharedFrame clock_frame() const;
  void ask_to_be_woken();

  protocol::Epoch epoch_;
  CoreSettings settings_;
  domain::Stamp stamp_;

  domain::State working_;  ///< durable_ and the events of the batch
  domain::State durable_;
  domain::Presence presence_;
  log::Sequence next_;
  std::size_t records_since_snapshot_ = 0;

  std::deque<Input> inbox_;
  std::map<ConnectionId, Guest> guests_;
  std::map<domain::MemberTag, std::vector<ConnectionId>> connections_of_;  ///< of participants who are here, oldest first
  std::size_t participants_ = 0;
  std::size_t desks_ = 0;

  domain::Events gathered_;         ///< decided, not yet sent to the log
  /// How it will be written: with `anew` or `close` it is the last of this core, and nothing more is decided.
  log::AppendMode mode_ = log::AppendMode::extend;
  std::optional<Batch> batch_;      ///< being written
  std::vector<Answer> answers_;
  Refusals refusals_;
  std::unordered_map<domain::CommandId, domain::Rejection, base::IdHash> refused_now_;  ///< in this batch
  /// Before this batch freed any: what a full disk gives back.
  std::optional<std::map<domain::MemberTag, Slots>> slots_before_;

  std::array<AudienceFeed, domain::all_audiences.size()> feeds_;
  std::vector<Newcomer> newcomers_;
  std::vector<ConnectionId> drained_;
  std::set<domain::LinkId> revoked_;  ///< links whose old secret ended with this batch
  bool view_changed_ = false;
  bool clock_changed_ = false;
  std::optional<base::SteadyMs> published_at_;

  SessionClock clock_;
  domain::Stamp order_of_results_;  ///< of the core's start, so that it stays the same
  /// The log says that a timer runs, and no clock runs it: it is to be stopped then.
  std::optional<base::SteadyMs> stop_timer_at_;
  /// The log holds more than it should until then: a text that was withdrawn, or the order in which records came.
  std::optional<base::SteadyMs> rewrite_at_;
  std::map<domain::QuestionId, base::SteadyMs> tell_at_;  ///< merges that can still be undone, until when
  std::optional<base::SteadyMs> wake_at_;
  bool definition_told_ = false;
  bool finished_ = false;

  Measures measures_;
  bool released_ = false;

  Actions actions_;
};

}  // namespace durf::session
