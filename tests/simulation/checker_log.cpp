// SPDX-License-Identifier: MIT
// What reaches the disk.
#include <algorithm>

#include "domain/gathering.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/domain/apply.hpp"
#include "durf/domain/limits.hpp"
#include "durf/log/record_codec.hpp"
#include "simulation/broken.hpp"
#include "simulation/checker.hpp"

namespace durf::simulation {

using domain::QuestionStatus;

namespace {

/// Beyond `forget_within_ms`: a wake-up, a commit that is under way and the rewriting, all of them late.
/// Together still below the ten seconds that are promised.
constexpr std::int64_t rewrite_slack_ms = 4'000;
static_assert(domain::limits::forget_within_ms + rewrite_slack_ms < 10'000);

/// Evenings make their rounds longer by less than this (evening.cpp).
constexpr std::int64_t longest_round_ms = domain::limits::round_ms_min + 1'000;

bool holds(const std::vector<std::string>& payloads, const std::string& text) {
  return std::any_of(payloads.begin(), payloads.end(),
                     [&](const std::string& payload) { return payload.find(text) != std::string::npos; });
}

}  // namespace

void Checker::written(const log::Append& append, const std::vector<std::string>& payloads, std::int64_t now) {
  require(!over_, "nothing is written behind the archive");
  if (append.mode == log::AppendMode::close) return close(append, payloads);
  if (append.mode != log::AppendMode::extend)
    rewrite_by_.reset();
  else if (!rewrite_by_)
    rewrite_by_ = rewritten_by(now);
  auto record = log::decode_record(append.payload);
  require(record.has_value(), "a record can be read");
  if (const auto* events = std::get_if<domain::Events>(&*record)) {
    take(*events, now);
    supporters_.check_counts(replayed_);
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
    if (std::holds_alternative<domain::RoundPassed>(event)) after_round();
  }
}

void Checker::take(const domain::Event& event, std::int64_t now) {
  const auto count = [this](Happened what) { counts_.add(what); };
  std::visit(
      base::Overloaded{
          [&](const domain::QuestionSubmitted& submitted) {
            require(!replayed_.questions.contains(submitted.question), "a question exists once");
            require(replayed_.phase != domain::Phase::ended, "nothing is asked or supported after the end");
            texts_[submitted.question] = submitted.text.text;
            authorships_[submitted.question] = submitted.authorship;
          },
          [&](const domain::UpvoteChanged&) {
            require(replayed_.phase != domain::Phase::ended, "nothing is asked or supported after the end");
          },
          [&](const domain::QuestionWithdrawn& withdrawn) { take_withdrawal(withdrawn, now); },
          [&](const domain::RoundPassed& passed) { take_round(passed); },
          [&](const domain::AskBackReplied& replied) { take_reply(replied); },
          [&](const domain::QuestionRedacted& redacted) { take_redaction(redacted, now); },
          [&](const domain::QuestionMerged& merged) {
            count(Happened::merged);
            supporters_.merged(merged.question, merged.into,
                               replayed_.questions.at(merged.question).shown_support);
            merged_at_[merged.question] = now + slept_;
          },
          [&](const domain::MergeUndone& undone) {
            count(Happened::merge_undone);
            supporters_.undone(undone.question);
            merged_at_.erase(undone.question);
          },
          [&](const domain::MergeTold& told) { take_telling(told, now); },
          [&](const domain::CommandAccepted& accepted) {
            const auto command = given_.find(accepted.command);
            require(command != given_.end(), "only what was given is accepted");
            require(!replayed_.accepted.contains(accepted.command), "a command takes effect once");
            wished(command->second);
          },
          [&](const domain::QuestionApproved&) { count(Happened::approved); },
          [&](const domain::QuestionHeldBack&) { count(Happened::held_back); },
          [&](const domain::QuestionRefused&) { count(Happened::refused); },
          [&](const domain::QuestionRestored&) { count(Happened::restored); },
          [&](const domain::ReplyApproved&) { count(Happened::reply_approved); },
          [&](const domain::ReplyRefused&) { count(Happened::reply_refused); },
          [&](const domain::ReplyHeldBack&) { count(Happened::reply_held_back); },
          [&](const domain::ReplyRedacted& redacted) { take_redaction(redacted, now); },
          [&](const domain::AnswerJudged&) { count(Happened::answer_judged); },
          [&](const domain::HidingWished&) { count(Happened::hiding_wished); },
          [&](const domain::AnswerWritten&) { count(Happened::answer_written); },
          [&](const domain::AskedBack&) { count(Happened::asked_back); },
          [&](const domain::SessionEnded&) { count(Happened::ended); },
          [&](const domain::PhaseChanged&) {
            if (replayed_.phase == domain::Phase::ended) count(Happened::live_again);
          },
          [](const auto&) {},  // what is to be said of the others is said of the commands behind them
      },
      event);
}

void Checker::take_withdrawal(const domain::QuestionWithdrawn& withdrawn, std::int64_t now) {
  const domain::Question& question = replayed_.questions.at(withdrawn.question);
  counts_.add(question.status == QuestionStatus::held     ? Happened::withdrawal_of_a_held_question
              : question.status == QuestionStatus::merged ? Happened::withdrawal_of_a_merged_question
                                                          : Happened::withdrawal_of_a_visible_question);
  forget(texts_.at(withdrawn.question), "a withdrawn text leaves the log in time", now);
  for (const domain::Exchange& exchange : question.exchanges)
    if (!exchange.reply.text.empty())
      forget(exchange.reply.text, "a withdrawn text leaves the log in time", now);
  supporters_.withdrawn(withdrawn.question);
  if (question.merge_told) return;  // what was merged into it goes on leading to where it went
  // Itself, or what was merged into it.
  std::erase_if(merged_at_, [&](const auto& entry) {
    return entry.first == withdrawn.question ||
           replayed_.questions.at(entry.first).merged_into == withdrawn.question;
  });
}

void Checker::take_redaction(const domain::QuestionRedacted& redacted, std::int64_t now) {
  std::string& text = texts_.at(redacted.question);
  require(redacted.text != text, "a redaction covers something");
  forget(text, "a redacted text leaves the log in time", now);
  covered_[redacted.question].insert(text);
  text = redacted.text;
  // Blocks over blocks can lead back to what it was once before.
  covered_[redacted.question].erase(text);
  forget_by_.erase(text);
  counts_.add(Happened::redacted);
}

void Checker::take_redaction(const domain::ReplyRedacted& redacted, std::int64_t now) {
  const auto reply = std::find_if(replies_.begin(), replies_.end(),
                                  [&](const auto& entry) { return entry.second.id == redacted.reply; });
  require(reply != replies_.end(), "only what was replied is redacted");
  auto& [id, text, covered] = reply->second;
  require(redacted.text != text, "a redaction covers something");
  forget(text, "a redacted text leaves the log in time", now);
  covered.insert(text);
  text = redacted.text;
  covered.erase(text);
  forget_by_.erase(text);
  counts_.add(Happened::reply_redacted);
}

void Checker::take_telling(const domain::MergeTold& told, std::int64_t now) {
  const auto merged = merged_at_.find(told.question);
  require(merged != merged_at_.end(), "phones are told of a merge once");
  require(now + slept_ - merged->second >= domain::limits::merge_undo_ms,
          "a merge can be undone for ten seconds");
  merged_at_.erase(merged);
  supporters_.told(told.question);
  counts_.add(Happened::merge_told);
}

void Checker::take_reply(const domain::AskBackReplied& replied) {
  const auto marks = marks_in(replied.text.text);
  require(marks.size() == 1 && marks.front().is_reply, "a reply is what was replied");
  require(replies_.emplace(marks.front().number, Reply{replied.reply, replied.text.text, {}}).second,
          "a reply exists once");
}

void Checker::take_round(const domain::RoundPassed& passed) {
  std::set<std::uint32_t> people;
  for (const domain::QuestionId& question : passed.released) {
    require(released_.insert(question).second, "a question is released once");
    people.insert(authors_[question]);
  }
  if (people.size() >= domain::limits::round_tokens_min)
    counts_.add(Happened::round_with_three_tokens);
  else if (!people.empty())
    counts_.add(Happened::round_after_waiting);
  if (!passed.replies.empty()) counts_.add(Happened::reply_came_out);
  if (!passed.pending.empty())
    counts_.add(replayed_.definition.moderation ? Happened::came_out_for_moderation
                                                : Happened::insult_held_back);
  // What a moderator is to see, and nothing else.
  for (const domain::QuestionId& question : passed.released) {
    const bool insulting = texts_.at(question).find(insult) != std::string::npos &&
                           replayed_.definition.word_list.find(insult) != std::string::npos;
    require((replayed_.definition.moderation || insulting) == passed.pending.contains(question),
            "moderation is switched for what comes out");
  }
}

void Checker::after_round() {
  const std::uint32_t exact_again = supporters_.pass_round(replayed_);
  for (std::uint32_t i = 0; i < exact_again; ++i) counts_.add(Happened::merge_exact_again);
  waiting_ = static_cast<std::uint32_t>(
      std::count_if(replayed_.questions.begin(), replayed_.questions.end(),
                    [](const auto& entry) { return entry.second.status == QuestionStatus::pending; }));
}

void Checker::forget(const std::string& text, const char* invariant, std::int64_t now) {
  forget_by_[text] = {invariant, now + domain::limits::forget_within_ms + rewrite_slack_ms};
}

/// What the people wished, by the commands that the log says were accepted: the highest revision of each
/// counts.
void Checker::wished(const Given& given) {
  const auto count = [this](Happened what) { counts_.add(what); };
  std::visit(base::Overloaded{
                 [&](const domain::SubmitQuestion& wish) {
                   check_slot(given.person);
                   asked_.insert(wish.question);
                   supporters_.asked(wish.question, given.person);
                   authors_[wish.question] = given.person;
                 },
                 [&](const domain::UpvoteQuestion& wish) {
                   require(!supporters_.is_told(wish.question), "a merge that phones know takes no support");
                   if (!supporters_.wished(wish.question, given.person, wish.revision, wish.up))
                     return count(Happened::command_after_a_newer_one);
                   if (!wish.up) count(Happened::upvote_taken_back);
                 },
                 [&](const domain::WithdrawQuestion& wish) { check_author(wish.question, wish.authorship); },
                 [&](const domain::WishHidden& wish) { check_author(wish.question, wish.authorship); },
                 [&](const domain::JudgeAnswer& wish) { check_author(wish.question, wish.authorship); },
                 [&](const domain::ReplyToAskBack& wish) {
                   check_author(wish.reply.question, wish.authorship);
                   check_reply_slot(given.person);
                   replied_.insert(wish.reply);
                 },
                 [&](const domain::HighlightQuestion&) { count(Happened::highlight); },
                 [&](const domain::MarkAnswered&) { count(Happened::answered); },
                 [&](const domain::ReopenQuestion&) { count(Happened::reopened); },
                 [&](const domain::OpenLobby&) { count(Happened::lobby_opened); },
                 [&](const domain::LengthenRounds&) { count(Happened::rounds_lengthened); },
                 [&](const domain::StartTimer&) { count(Happened::timer_started); },
                 [&](const domain::SetScreen&) { count(Happened::screen_set); },
                 [&](const domain::CreateLink&) { count(Happened::link_created); },
                 [](const domain::PassRound&) {
                   throw Broken("authority", "a person gave a command of the system");
                 },
                 [](const domain::TellMerge&) {
                   throw Broken("authority", "a person gave a command of the system");
                 },
                 [](const auto&) {},  // what they bring about is looked at as facts
             },
             given.command);
}

/// What only the author of a question may do.
void Checker::check_author(const domain::QuestionId& question, const domain::AuthorshipHash& shown) const {
  require(authorships_.at(question) == shown, "who does it proves to be the author");
}

/// Who has a question in the hat asks no second one, whatever the disk refused in between.
void Checker::check_slot(std::uint32_t person) const {
  for (const domain::QuestionId& earlier : asked_) {
    const auto question = replayed_.questions.find(earlier);
    const bool held =
        question != replayed_.questions.end() && question->second.status == QuestionStatus::held;
    require(!held || authors_.at(earlier) != person, "one question per token in the hat");
  }
}

void Checker::check_reply_slot(std::uint32_t person) const {
  for (const domain::ReplyId& earlier : replied_) {
    const auto question = replayed_.questions.find(earlier.question);
    const bool held = question != replayed_.questions.end() &&
                      earlier.place < question->second.exchanges.size() &&
                      question->second.exchanges[earlier.place].status == domain::ReplyStatus::held;
    require(!held || authors_.at(earlier.question) != person, "one reply per token in the hat");
  }
}

void Checker::begin_anew(domain::State state, const std::vector<std::string>& payloads) {
  require(replayed_.definition.rehearsal && !state.definition.rehearsal, "only a rehearsal ends");
  require(state.questions.empty(), "a rehearsal leaves no question");
  require(payloads.size() == 1, "a rehearsal leaves no record");
  for (const auto& [question, text] : texts_) require(!holds(payloads, text), "a rehearsal leaves no text");
  for (const auto& [number, reply] : replies_)
    require(!holds(payloads, reply.text), "a rehearsal leaves no text");
  counts_.add(Happened::rehearsal_ended);
  anew_ = true;
  acknowledged_.clear();
  supporters_.forget_everything();
  authors_.clear();
  authorships_.clear();
  released_.clear();
  asked_.clear();
  replied_.clear();
  texts_.clear();
  covered_.clear();
  replies_.clear();
  waiting_ = 0;
  merged_at_.clear();
  forget_by_.clear();
  replayed_ = std::move(state);
}

void Checker::check_acknowledged() const {
  for (const domain::CommandId& id : acknowledged_)
    require(replayed_.accepted.contains(id), "what was acknowledged is in the log", id.text());
}

/// Two rounds, of the length that they could still take on.
std::int64_t Checker::rewritten_by(std::int64_t now) { return now + 2 * longest_round_ms + rewrite_slack_ms; }

void Checker::disturbed(std::int64_t now) {
  if (rewrite_by_) rewrite_by_ = rewritten_by(now);
  for (auto& [text, gone] : forget_by_) gone.by = now + domain::limits::forget_within_ms + rewrite_slack_ms;
}

void Checker::look_for_forgotten(const std::vector<std::string>& payloads, std::int64_t now) {
  std::erase_if(forget_by_, [&](const auto& entry) {
    const auto& [text, gone] = entry;
    if (now < gone.by) return false;
    require(!holds(payloads, text), gone.invariant, text);
    return true;
  });
  require(!rewrite_by_ || now < *rewrite_by_, "the log tells no order of arrival for long");
}

}  // namespace durf::simulation
