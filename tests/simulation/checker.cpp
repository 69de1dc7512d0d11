// SPDX-License-Identifier: MIT
#include "simulation/checker.hpp"

#include <algorithm>

#include "domain/gathering.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/domain/apply.hpp"
#include "durf/log/record_codec.hpp"
#include "simulation/broken.hpp"

namespace durf::simulation {

using domain::Audience;
using domain::QuestionStatus;
using testing::Entities;
using testing::Heard;

namespace {

bool is_momentary(const std::string& code) { return code == "too_fast" || code == "disk_full"; }

/// Who sees what moderation took away, or has not let through.
bool moderates(Audience audience) {
  return audience == Audience::facilitator || audience == Audience::moderator;
}

/// What people see of the numbers moves with rounds only.
bool moves_at_rounds(const testing::Key& key, const std::string& field) {
  if (key.first == "question") return field == "support";
  return key.first == "session" &&
         (field.starts_with("tally_") || field.starts_with("refused_") || field.starts_with("judged_"));
}

std::int64_t count_of(const testing::Entity& entity, const std::string& field) {
  return std::get<std::int64_t>(entity.at(field));
}

}  // namespace

Checker::Checker(Counts& counts, const domain::Definition& definition) : counts_(counts) {
  domain::apply(replayed_, domain::Event{domain::SessionCreated{definition}});
}

void Checker::given(const domain::CommandId& id, std::uint32_t person, const domain::Command& command) {
  given_.emplace(id, Given{person, command});
}

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
  left_.clear();
  attached_.clear();
  desks_.clear();
  asked_.clear();
  replied_.clear();
  anew_ = false;
  heard_.clear();
}

const Heard& Checker::hear(const protocol::SharedFrame& frame) {
  const auto found = heard_.find(frame.get());
  if (found != heard_.end()) return found->second.second;
  return heard_.emplace(frame.get(), std::pair(frame, testing::hear(frame))).first->second.second;
}

void Checker::said(const session::Actions& actions, const session::SessionCore& core, bool settled) {
  check_goodbyes(actions);
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
            [&](const session::Closed&) {
              require(over_, "a session is closed when its archive is on disk");
            },
        },
        action);
  }
  if (over_) return;
  if (settled && !anew_ &&
      !(actions.size() == 1 && std::holds_alternative<session::Rebuild>(actions.front())))
    require(core.durable() == replayed_, "durable is what the log says");
  // A core that gives way closes everybody: after an unknown outcome the log may know a newer secret than it
  // does.
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
  check_numbers_stay(heard, push.audience);
  to.frames.push_back(push.frame);
  take_in(to.shown, heard);
  for (const auto& [key, fields] : heard.puts)
    if (const auto support = fields.find("support"); key.first == "question" && support != fields.end())
      supporters_.check_shown(*domain::QuestionId::from_text(key.second),
                              std::get<std::int64_t>(support->second));
  check_tally(push.audience);
  check_shown(push.audience);
}

void Checker::check_numbers_stay(const Heard& heard, Audience audience) const {
  const Entities& before = shown(audience);
  const bool a_round_passed = std::any_of(heard.puts.begin(), heard.puts.end(), [](const auto& put) {
    return put.first.first == "session" && put.second.contains("round");
  });
  if (a_round_passed) return;
  for (const auto& [key, fields] : heard.puts) {
    const auto known = before.find(key);
    if (known == before.end()) continue;
    for (const auto& [name, value] : fields)
      require(!moves_at_rounds(key, name) || known->second.at(name) == value, "numbers move at rounds only",
              name);
  }
}

/// Moderation in the open: everything that came out is in one of the numbers, or waits for a moderator.
void Checker::check_tally(Audience audience) const {
  const testing::Entity& session = shown(audience).at({"session", ""});
  std::int64_t by_reason = 0;
  for (const auto& [name, value] : session)
    if (name.starts_with("refused_")) by_reason += std::get<std::int64_t>(value);
  require(by_reason == count_of(session, "tally_refused"), "the tally adds up", "reasons");
  require(count_of(session, "tally_received") == count_of(session, "tally_shown") +
                                                     count_of(session, "tally_merged") +
                                                     count_of(session, "tally_refused") + waiting_,
          "the tally adds up", "received");
  require(count_of(session, "tally_answered") <= count_of(session, "tally_shown"), "the tally adds up",
          "answered");
  const std::int64_t judged =
      count_of(session, "judged_yes") + count_of(session, "judged_partly") + count_of(session, "judged_no");
  require(judged == 0 || judged >= domain::limits::verdicts_shown_from, "few verdicts are not shown");
  if (judged > 0) counts_.add(Happened::verdicts_shown);
}

/// Every frame leads to exactly what the log says, so none shows what is not durable.
void Checker::check_shown(Audience audience) const {
  Entities is = testing::entities_of(project(replayed_, {}, audience));
  const testing::Key session{"session", ""};
  // The number of people is not in the log.
  if (const auto people = shown(audience).at(session).find("people");
      people != shown(audience).at(session).end())
    is.at(session).at("people") = people->second;
  require(shown(audience) == is, "what is shown is what is durable", std::string(name_of(audience)));
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
    require(on_disk || anew_ || over_, "an ack means on disk", heard.text);
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

/// Held texts are in nothing that leaves; texts that are withdrawn, covered or kept back by moderation
/// neither, but for those that were shown, until their removal is out.
void Checker::check_texts(const std::string& text, Audience audience) const {
  for (const Mark& mark : marks_in(text))
    if (mark.is_reply)
      check_reply_text(text, mark, audience);
    else
      check_question_text(text, mark, audience);
}

void Checker::check_question_text(const std::string& text, const Mark& mark, Audience audience) const {
  const domain::QuestionId id = domain::testing::question(mark.number);
  const auto is = [&](const std::string& one) { return text.compare(mark.at, one.size(), one) == 0; };
  const auto shows = [&](const std::string& one) {
    return still_shows(audience, "question", id.text(), "text", one);
  };
  const auto now = texts_.find(id);
  require(now != texts_.end(), "a text that leaves is one of this session");
  const auto question = replayed_.questions.find(id);
  const bool gone = question == replayed_.questions.end() || question->second.text.text.empty();
  const auto covered = covered_.find(id);
  if (covered != covered_.end())
    for (const std::string& before : covered->second)
      if (is(before)) {
        require(shows(before), gone ? "a withdrawn text is in no frame" : "a redacted text is in no frame",
                before);
        return;
      }
  require(is(now->second), "a text that leaves is one of this session", now->second);
  if (gone) return require(shows(now->second), "a withdrawn text is in no frame", now->second);
  const domain::Question& stands = question->second;
  require(stands.status != QuestionStatus::held, "a held text is in no frame", now->second);
  const bool kept_back = stands.status == QuestionStatus::pending ||
                         stands.status == QuestionStatus::refused ||
                         (stands.status == QuestionStatus::merged && stands.merge_told);
  require(!kept_back || moderates(audience) || shows(now->second),
          "what moderation keeps back is in no frame of the room", now->second);
}

void Checker::check_reply_text(const std::string& heard, const Mark& mark, Audience audience) const {
  const auto known = replies_.find(mark.number);
  require(known != replies_.end(), "a text that leaves is one of this session");
  const auto& [id, text, covered] = known->second;
  const auto still = [&, name = id.question.text() + "." + std::to_string(id.place)](const std::string& one) {
    return still_shows(audience, "ask_back", name, "reply", one);
  };
  for (const std::string& before : covered)
    if (heard.compare(mark.at, before.size(), before) == 0)
      return require(still(before), "a redacted text is in no frame", before);
  require(heard.compare(mark.at, text.size(), text) == 0, "a text that leaves is one of this session", text);
  const bool shows = still(text);
  const auto question = replayed_.questions.find(id.question);
  if (question == replayed_.questions.end() || question->second.exchanges.size() <= id.place)
    return require(shows, "a withdrawn text is in no frame", text);
  const domain::ReplyStatus status = question->second.exchanges[id.place].status;
  require(status != domain::ReplyStatus::none && status != domain::ReplyStatus::held,
          "a held text is in no frame", text);
  require(status == domain::ReplyStatus::open || moderates(audience) || shows,
          "what moderation keeps back is in no frame of the room", text);
}

bool Checker::still_shows(Audience audience, const char* collection, const std::string& id, const char* field,
                          const std::string& text) const {
  const auto entity = shown(audience).find({collection, id});
  return entity != shown(audience).end() && entity->second.at(field) == domain::Value(text);
}

void Checker::finished(const session::SessionCore& core) const {
  check_acknowledged();
  require(core.durable() == replayed_, "durable is what the log says");
  require(forget_by_.empty(), "every text that went was looked for");
  require(core.results().has_value() == (replayed_.phase == domain::Phase::ended),
          "there are results while the session is ended");
  for (const Audience audience : domain::all_audiences)
    require(shown(audience) == testing::entities_of(project(replayed_, core.presence(), audience)),
            "in the end everything is shown", std::string(name_of(audience)));
}

}  // namespace durf::simulation
