// SPDX-License-Identifier: MIT
// The archive takes the place of the log.
#include <algorithm>

#include "domain/gathering.hpp"
#include "durf/log/record_codec.hpp"
#include "simulation/broken.hpp"
#include "simulation/checker.hpp"

namespace durf::simulation {

using domain::QuestionStatus;

namespace {

template <class Command>
std::optional<domain::QuestionId> question_of(const Command& command) {
  if constexpr (requires { command.question; })
    return command.question;
  else if constexpr (requires { command.reply.question; })
    return command.reply.question;
  else
    return std::nullopt;
}

}  // namespace

void Checker::close(const log::Append& append, const std::vector<std::string>& payloads) {
  require(payloads.size() == 1 && payloads.front() == append.payload, "the archive is all that is left");
  require(append.definition.has_value(), "something remains of the definition");
  const auto remains = log::decode_definition(*append.definition);
  require(remains && remains->join_code.empty() && remains->word_list.empty() && remains->topics.empty(),
          "of the definition only what finds the archive remains");
  check_archive(append.payload);
  counts_.add(Happened::closed);
  over_ = true;
  forget_by_.clear();
  rewrite_by_.reset();
}

/// The last record tells no events, so what was decided together with the closing is known only as what
/// somebody had asked for. Questions that such a command names may have changed in that moment.
std::set<domain::QuestionId> Checker::named_by_what_is_not_accepted() const {
  std::set<domain::QuestionId> named;
  for (const auto& [id, given] : given_) {
    if (replayed_.accepted.contains(id)) continue;
    const auto question = std::visit([](const auto& command) { return question_of(command); }, given.command);
    if (question) named.insert(*question);
    if (const auto* merge = std::get_if<domain::MergeQuestion>(&given.command)) named.insert(merge->into);
  }
  return named;
}

void Checker::check_archive(const std::string& archive) const {
  const auto unsettled = named_by_what_is_not_accepted();
  // Ended and closed in one batch.
  const bool ends = replayed_.phase != domain::Phase::ended;
  // What is still in the hat comes out with the closing, unless a moderator was to see it first.
  const bool hat_opens = !replayed_.definition.moderation;
  std::set<domain::QuestionId> there;
  for (const Mark& mark : marks_in(archive)) {
    if (mark.is_reply) {
      const auto reply = replies_.find(mark.number);
      if (reply == replies_.end()) continue;  // in the same batch
      const domain::ReplyId& id = reply->second.id;
      if (unsettled.contains(id.question) || ends) continue;
      const auto question = replayed_.questions.find(id.question);
      require(question != replayed_.questions.end(), "the archive holds what was to be seen by all", reply->second.text);
      const auto status = question->second.exchanges.at(id.place).status;
      require(status == domain::ReplyStatus::open || (hat_opens && status == domain::ReplyStatus::held),
              "the archive holds what was to be seen by all", reply->second.text);
      continue;
    }
    const domain::QuestionId id = domain::testing::question(mark.number);
    there.insert(id);
    if (unsettled.contains(id) || ends) continue;
    const auto question = replayed_.questions.find(id);
    const auto status =
        question == replayed_.questions.end() ? QuestionStatus::held : question->second.status;
    const bool seen = status == QuestionStatus::open || status == QuestionStatus::highlighted ||
                      status == QuestionStatus::answered || (hat_opens && status == QuestionStatus::held);
    require(seen && archive.compare(mark.at, texts_.at(id).size(), texts_.at(id)) == 0,
            "the archive holds what was to be seen by all", texts_.at(id));
  }
  for (const auto& [id, question] : replayed_.questions) {
    require(archive.find(question.receipt.text()) == std::string::npos, "the archive names no receipt");
    const bool seen = question.status == QuestionStatus::open ||
                      question.status == QuestionStatus::highlighted ||
                      question.status == QuestionStatus::answered;
    require(!seen || there.contains(id) || unsettled.contains(id), "the archive leaves no question out",
            texts_.at(id));
  }
}

/// Nobody is left waiting in a room that is not there any more.
void Checker::check_goodbyes(const session::Actions& actions) const {
  std::set<session::ConnectionId> told;
  for (const session::Action& action : actions) {
    const auto* close = std::get_if<session::Close>(&action);
    if (close && close->code == protocol::CloseCode::session_closed) told.insert(close->connection);
  }
  require(over_ || told.empty(), "nobody is told that it is closed before it is");
  const bool closes = std::any_of(actions.begin(), actions.end(), [](const session::Action& action) {
    return std::holds_alternative<session::Closed>(action);
  });
  if (!closes) return;
  for (const auto& [connection, audience] : attached_)
    require(closed_.contains(connection) || left_.contains(connection) || told.contains(connection),
            "everyone is told that the session is closed");
}

}  // namespace durf::simulation
