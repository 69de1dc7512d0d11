// SPDX-License-Identifier: MIT
#include "simulation/checker.hpp"

#include <algorithm>

#include "durf/base/overloaded.hpp"
#include "durf/domain/apply.hpp"
#include "durf/domain/limits.hpp"
#include "durf/log/record_codec.hpp"
#include "simulation/broken.hpp"

namespace durf::simulation {

using domain::Audience;
using testing::Entities;
using testing::Heard;

namespace {

/// Beyond `forget_within_ms`: a wake-up, a commit that is under way and the rewriting, all of them late.
/// Together still below the ten seconds that are promised.
constexpr std::int64_t rewrite_slack_ms = 4'000;
static_assert(domain::limits::forget_within_ms + rewrite_slack_ms < 10'000);

/// Evenings make their rounds longer by less than this (evening.cpp).
constexpr std::int64_t longest_round_ms = domain::limits::round_ms_min + 1'000;

constexpr std::string_view text_mark = "question-text-";

/// The number of people is not in the log.
Entities without_people(Entities entities) {
  const auto session = entities.find({"session", ""});
  if (session != entities.end()) session->second.erase("people");
  return entities;
}

bool is_momentary(const std::string& code) { return code == "too_fast" || code == "disk_full"; }

bool holds(const std::vector<std::string>& payloads, const std::string& text) {
  return std::any_of(payloads.begin(), payloads.end(),
                     [&](const std::string& payload) { return payload.find(text) != std::string::npos; });
}

}  // namespace

std::string text_of_question(std::uint32_t number) {
  return std::string(text_mark) + std::to_string(number) + ". Dare to ask what nobody asks.";
}

Checker::Checker(Counts& counts, const domain::Definition& definition) : counts_(counts) {
  domain::apply(replayed_, domain::Event{domain::SessionCreated{definition}});
}

void Checker::given(const domain::CommandId& id, std::uint32_t person, const domain::Command& command) {
  given_.emplace(id, Given{person, command});
}

// What reaches the disk.

void Checker::written(const log::Append& append, const std::vector<std::string>& payloads, std::int64_t now) {
  if (append.mode != log::AppendMode::extend)
    rewrite_by_.reset();
  else if (!rewrite_by_)
    rewrite_by_ = rewritten_by(now);
  auto record = log::decode_record(append.payload);
  require(record.has_value(), "a record can be read");
  if (const auto* events = std::get_if<domain::Events>(&*record)) {
    take(*events, now);
    check_support();
  } else if (append.mode == log::AppendMode::anew) {
    begin_anew(std::move(std::get<domain::State>(*record)), payloads);
  } else {
    require(std::get<domain::State>(*record) == replayed_, "rewriting the log changes nothing");
    counts_.add(Happened::rewrite_of_the_log);
  }
  look_for_forgotten(payloads, now);
}

void Checker::take(const domain::Events& events, std::int64_t now) {
  for (const domain::Event& event : events) {
    take(event, now);
    domain::apply(replayed_, event);
  }
}

void Checker::take(const domain::Event& event, std::int64_t now) {
  if (const auto* submitted = std::get_if<domain::QuestionSubmitted>(&event)) {
    require(!replayed_.questions.contains(submitted->question), "a question exists once");
    texts_[submitted->question] = submitted->text.text;
  } else if (const auto* withdrawn = std::get_if<domain::QuestionWithdrawn>(&event)) {
    const bool held = replayed_.questions.at(withdrawn->question).status == domain::QuestionStatus::held;
    counts_.add(held ? Happened::withdrawal_of_a_held_question : Happened::withdrawal_of_a_visible_question);
    wishes_.erase(withdrawn->question);
    forget_by_[withdrawn->question] = now + domain::limits::forget_within_ms + rewrite_slack_ms;
  } else if (const auto* passed = std::get_if<domain::RoundPassed>(&event)) {
    std::set<std::uint32_t> people;
    for (const domain::QuestionId& question : passed->released) {
      require(released_.insert(question).second, "a question is released once");
      people.insert(authors_[question]);
    }
    if (people.size() >= domain::limits::round_tokens_min)
      counts_.add(Happened::round_with_three_tokens);
    else if (!people.empty())
      counts_.add(Happened::round_after_waiting);
  } else if (const auto* accepted = std::get_if<domain::CommandAccepted>(&event)) {
    const auto command = given_.find(accepted->command);
    require(command != given_.end(), "only what was given is accepted");
    require(!replayed_.accepted.contains(accepted->command), "a command takes effect once");
    wished(command->second);
  }
}

/// What the people wished, by the commands that the log says were accepted: the highest revision of each
/// counts.
void Checker::wished(const Given& given) {
  const auto count = [this](Happened what) { counts_.add(what); };
  std::visit(base::Overloaded{
                 [&](const domain::SubmitQuestion& wish) {
                   check_slot(given.person);
                   asked_.insert(wish.question);
                   wishes_[wish.question][given.person] = {1, true};
                   authors_[wish.question] = given.person;
                 },
                 [&](const domain::UpvoteQuestion& wish) {
                   const auto question = wishes_.find(wish.question);
                   if (question == wishes_.end()) return;  // withdrawn behind it in the same record
                   domain::Upvote& last = question->second[given.person];
                   if (wish.revision <= last.revision) return count(Happened::command_after_a_newer_one);
                   last = {wish.revision, wish.up};
                   if (!wish.up) count(Happened::upvote_taken_back);
                 },
                 [&](const domain::HighlightQuestion&) { count(Happened::highlight); },
                 [&](const domain::MarkAnswered&) { count(Happened::answered); },
                 [&](const domain::ReopenQuestion&) { count(Happened::reopened); },
                 [&](const domain::OpenLobby&) { count(Happened::lobby_opened); },
                 [&](const domain::LengthenRounds&) { count(Happened::rounds_lengthened); },
                 [&](const domain::StartTimer&) { count(Happened::timer_started); },
                 [&](const domain::SetScreen&) { count(Happened::screen_set); },
                 [&](const domain::CreateLink&) { count(Happened::link_created); },
                 [](const domain::WithdrawQuestion&) {},
                 [](const domain::ClearHighlight&) {},
                 [](const domain::GoLive&) {},
                 [](const domain::BeginForReal&) {},
                 [](const domain::StopTimer&) {},
                 [](const domain::RenewLink&) {},
                 [](const domain::RevokeLink&) {},
                 [](const domain::ConfirmPairing&) {},
                 [](const domain::PassRound&) {
                   throw Broken("authority", "a person gave a command of the system");
                 },
             },
             given.command);
}

/// Who has a question in the hat asks no second one, whatever the disk refused in between.
void Checker::check_slot(std::uint32_t person) const {
  for (const domain::QuestionId& earlier : asked_) {
    const auto question = replayed_.questions.find(earlier);
    const bool held =
        question != replayed_.questions.end() && question->second.status == domain::QuestionStatus::held;
    require(!held || authors_.at(earlier) != person, "one question per token in the hat");
  }
}

void Checker::begin_anew(domain::State state, const std::vector<std::string>& payloads) {
  require(replayed_.definition.rehearsal && !state.definition.rehearsal, "only a rehearsal ends");
  require(state.questions.empty(), "a rehearsal leaves no question");
  require(payloads.size() == 1, "a rehearsal leaves no record");
  for (const auto& [question, text] : texts_) require(!holds(payloads, text), "a rehearsal leaves no text");
  counts_.add(Happened::rehearsal_ended);
  anew_ = true;
  acknowledged_.clear();
  wishes_.clear();
  authors_.clear();
  released_.clear();
  asked_.clear();
  texts_.clear();
  forget_by_.clear();
  replayed_ = std::move(state);
}

void Checker::check_support() const {
  for (const auto& [id, question] : replayed_.questions) {
    const Wishes& wishes = wishes_.at(id);
    const auto up =
        std::count_if(wishes.begin(), wishes.end(), [](const auto& wish) { return wish.second.up; });
    require(static_cast<std::uint32_t>(up) == domain::support_of(question),
            "support is the people who wish it now",
            std::to_string(up) + " people, support " + std::to_string(domain::support_of(question)));
  }
}

void Checker::check_acknowledged() const {
  for (const domain::CommandId& id : acknowledged_)
    require(replayed_.accepted.contains(id), "what was acknowledged is in the log", id.text());
}

/// Two rounds, of the length that they could still take on.
std::int64_t Checker::rewritten_by(std::int64_t now) { return now + 2 * longest_round_ms + rewrite_slack_ms; }

void Checker::disturbed(std::int64_t now) {
  if (rewrite_by_) rewrite_by_ = rewritten_by(now);
  for (auto& [question, by] : forget_by_) by = now + domain::limits::forget_within_ms + rewrite_slack_ms;
}

void Checker::look_for_forgotten(const std::vector<std::string>& payloads, std::int64_t now) {
  std::erase_if(forget_by_, [&](const auto& entry) {
    if (now < entry.second) return false;
    require(!holds(payloads, texts_.at(entry.first)), "a withdrawn text leaves the log in time",
            texts_.at(entry.first));
    return true;
  });
  require(!rewrite_by_ || now < *rewrite_by_, "the log tells no order of arrival for long");
}

// What leaves the server.

void Checker::began(const session::SessionCore& core, const std::vector<std::string>& payloads,
                    std::int64_t now) {
  require(log::replay(payloads) == replayed_, "the log says the same when it is read again");
  require(core.durable() == replayed_, "a core begins with what the log says");
  check_acknowledged();
  disturbed(now);
  epoch_ = core.epoch().text();
  for (const Audience audience : domain::all_audiences)
    feed(audience) = {testing::entities_of(project(replayed_, {}, audience)), {}};
  refused_.clear();
  closed_.clear();
  attached_.clear();
  desks_.clear();
  asked_.clear();
  anew_ = false;
  heard_.clear();
}

const Heard& Checker::hear(const protocol::SharedFrame& frame) {
  const auto found = heard_.find(frame.get());
  if (found != heard_.end()) return found->second.second;
  return heard_.emplace(frame.get(), std::pair(frame, testing::hear(frame))).first->second.second;
}

void Checker::said(const session::Actions& actions, const session::SessionCore& core, bool settled) {
  for (const session::Action& action : actions) {
    std::visit(
        base::Overloaded{
            [&](const session::Push& push) { check_push(push); },
            [&](const session::Send& send) { check_send(send); },
            [&](const session::Close& close) {
              closed_.insert(close.connection);
              if (close.code == protocol::CloseCode::link_revoked && attached_.contains(close.connection))
                counts_.add(Happened::link_closed_its_connections);
            },
            [&](const session::DefinitionChanged& changed) {
              require(changed.definition == replayed_.definition,
                      "the definition that is told stands on disk");
            },
            [](const session::AppendRecord&) {},
            [](const session::WakeAt&) {},
            [](const session::Rebuild&) {},
        },
        action);
  }
  if (settled && !anew_ &&
      !(actions.size() == 1 && std::holds_alternative<session::Rebuild>(actions.front())))
    require(core.durable() == replayed_, "durable is what the log says");
  // A core that gives way closes everybody: after an unknown outcome the log may know a newer secret than it does.
  const bool gives_way = std::any_of(actions.begin(), actions.end(), [](const session::Action& action) {
    return std::holds_alternative<session::Rebuild>(action);
  });
  if (!core.committing() && !gives_way) check_desks();
}

void Checker::at_the_door(session::ConnectionId connection, const domain::LinkId& link,
                          const domain::SecretHash& secret) {
  desks_[connection] = {link, secret};
}

/// Whoever was let in and not sent away came by a secret that holds.
void Checker::check_desks() const {
  for (const auto& [connection, way_in] : desks_) {
    if (!attached_.contains(connection) || closed_.contains(connection)) continue;
    const auto link = replayed_.definition.links.find(way_in.first);
    require(link != replayed_.definition.links.end() && link->second.secret_hash == way_in.second,
            "a desk's secret holds as long as it is let in");
  }
}

void Checker::check_push(const session::Push& push) {
  const Heard& heard = hear(push.frame);
  check_texts(heard.text, push.audience);
  if (heard.kind == Heard::Kind::clock) return;
  require(heard.kind == Heard::Kind::frame, "frames and clocks are pushed");
  Feed& to = feed(push.audience);
  require(heard.epoch == epoch_, "a frame is of this epoch");
  require(heard.number == to.frames.size() + 1, "frames are dense",
          std::to_string(heard.number) + " after " + std::to_string(to.frames.size()));
  to.frames.push_back(push.frame);
  take_in(to.shown, heard);
  check_shown(push.audience);
}

/// Every frame leads to exactly what the log says, so none shows what is not durable.
void Checker::check_shown(Audience audience) const {
  require(without_people(shown(audience)) ==
              without_people(testing::entities_of(project(replayed_, {}, audience))),
          "what is shown is what is durable", std::string(name_of(audience)));
}

void Checker::check_send(const session::Send& send) {
  require(!closed_.contains(send.connection), "nobody is told anything after goodbye");
  if (send.then == session::Send::Then::attach) attached_[send.connection] = send.audience;
  const auto attached = attached_.find(send.connection);
  require(attached != attached_.end(), "who is not let in is told nothing");
  const Audience audience = attached->second;
  for (const protocol::SharedFrame& frame : send.frames) {
    const Heard& heard = hear(frame);
    check_texts(heard.text, audience);
    switch (heard.kind) {
      case Heard::Kind::welcome:
        require(heard.epoch == epoch_, "a welcome is of this epoch");
        break;
      case Heard::Kind::reply:
        check_reply(heard);
        break;
      case Heard::Kind::snapshot: {
        Entities whole;
        take_in(whole, heard);
        require(heard.number == number(audience) && whole == shown(audience),
                "a snapshot is what was shown last");
        if (static_cast<unsigned char>(frame->front()) == 0x82) counts_.add(Happened::compressed_snapshot);
        break;
      }
      case Heard::Kind::frame:
        require(heard.number >= 1 && heard.number <= number(audience) &&
                    feed(audience).frames[heard.number - 1] == frame,
                "a resumed frame is the one that was pushed");
        counts_.add(Happened::resume_from_the_ring);
        break;
      case Heard::Kind::clock:
        break;
      case Heard::Kind::other:
        throw Broken("messages", "one that this session does not send");
    }
  }
}

void Checker::check_reply(const Heard& heard) {
  const auto id = domain::CommandId::from_text(heard.command);
  require(id && given_.contains(*id), "only what was asked is answered");
  const bool known = acknowledged_.contains(*id);
  if (heard.code.empty()) {
    const bool on_disk = replayed_.accepted.contains(*id);
    require(on_disk || anew_, "an ack means on disk", heard.text);
    require(!refused_.contains(*id), "a refusal stands for its epoch", heard.text);
    if (known) counts_.add(Happened::repeated_answer);
    if (on_disk) acknowledged_.insert(*id);
    return;
  }
  if (heard.code == "too_fast") counts_.add(Happened::too_fast_answer);
  if (heard.code == "one_per_round") counts_.add(Happened::one_per_round_answer);
  if (is_momentary(heard.code)) return;
  require(!known && !replayed_.accepted.contains(*id), "what was accepted is not refused", heard.text);
  const auto [refused, fresh] = refused_.emplace(*id, heard.code);
  require(fresh || refused->second == heard.code, "the same command gets the same refusal", heard.text);
  if (!fresh) counts_.add(Happened::refusal_repeated);
}

/// Held and withdrawn texts are in nothing that leaves, but for a withdrawn one until its removal is out.
void Checker::check_texts(const std::string& text, Audience audience) const {
  for (std::size_t at = text.find(text_mark); at != std::string::npos; at = text.find(text_mark, at + 1)) {
    const auto of = [&](const auto& entry) {
      return text.compare(at, entry.second.size(), entry.second) == 0;
    };
    const auto named = std::find_if(texts_.begin(), texts_.end(), of);
    require(named != texts_.end(), "a text that leaves is one of this session");
    const auto question = replayed_.questions.find(named->first);
    if (question == replayed_.questions.end()) {
      require(shown(audience).contains({"question", named->first.text()}), "a withdrawn text is in no frame",
              named->second);
    } else {
      require(question->second.status != domain::QuestionStatus::held, "a held text is in no frame",
              named->second);
    }
  }
}

void Checker::finished(const session::SessionCore& core) const {
  check_acknowledged();
  require(core.durable() == replayed_, "durable is what the log says");
  require(forget_by_.empty(), "every withdrawn text was looked for");
  for (const Audience audience : domain::all_audiences)
    require(shown(audience) == testing::entities_of(project(replayed_, core.presence(), audience)),
            "in the end everything is shown", std::string(name_of(audience)));
}

}  // namespace durf::simulation
