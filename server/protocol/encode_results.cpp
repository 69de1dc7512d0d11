// SPDX-License-Identifier: MIT
// The results page's text, which is also the archive of a closed session. In the order of the archive, which is random.
#include "durf/protocol/encode.hpp"
#include "protocol/json_text.hpp"

namespace durf::protocol {
namespace {

/// A comma, but not before the first of a list.
void separate(std::string& out) {
  if (out.back() != '[') out.push_back(',');
}

void append_count(std::string& out, std::string_view name, std::int64_t value) {
  out.append(name);
  append_number(out, value);
}

void append_topic(std::string& out, const domain::Topic& topic) {
  out.append(R"({"id":")").append(topic.id.text()).append(R"(","lang":)");
  append_string(out, domain::name_of(topic.name.language));
  out.append(R"(,"text":)");
  append_string(out, topic.name.text);
  out.push_back('}');
}

void append_answer(std::string& out, const std::optional<domain::Answer>& answer) {
  if (!answer) return void(out.append("null"));
  out.append(R"({"lang":)");
  append_string(out, domain::name_of(answer->text.language));
  out.append(R"(,"text":)");
  append_string(out, answer->text.text);
  out.append(R"(,"promise":)");
  append_string(out, answer->promise);
  out.append(R"(,"role":)");
  append_string(out, answer->role);
  out.append(R"(,"day":)");
  append_string(out, answer->day);
  out.push_back('}');
}

void append_exchange(std::string& out, const domain::ArchivedExchange& exchange) {
  out.append(R"({"asked":)");
  append_text(out, exchange.asked);
  out.append(R"(,"reply":)");
  exchange.reply ? append_text(out, *exchange.reply) : void(out.append("null"));
  out.push_back('}');
}

void append_question(std::string& out, const domain::ArchivedQuestion& question) {
  out.append(R"({"text":)");
  append_text(out, question.text);
  out.append(R"(,"topic":")");
  if (!question.topic.empty()) out.append(question.topic.text());
  out.append(R"(","state":)").append(question.answered ? R"("answered")" : R"("open")");
  append_count(out, R"(,"support":)", question.support);
  out.append(R"(,"redacted":)");
  append_flag(out, question.redacted);
  out.append(R"(,"answer":)");
  append_answer(out, question.answer);
  out.append(R"(,"exchanges":[)");
  for (const auto& exchange : question.exchanges) {
    separate(out);
    append_exchange(out, exchange);
  }
  out.append("]}");
}

void append_tally(std::string& out, const domain::Tally& tally) {
  append_count(out, R"({"received":)", tally.received);
  append_count(out, R"(,"shown":)", tally.shown);
  append_count(out, R"(,"answered":)", tally.answered);
  append_count(out, R"(,"merged":)", tally.merged);
  out.append(R"(,"refused":[)");
  for (const auto& [reason, count] : tally.refused) {
    separate(out);
    out.push_back('[');
    append_string(out, domain::name_of(reason));
    append_count(out, ",", count);
    out.push_back(']');
  }
  out.append("]}");
}

void append_judged(std::string& out, const std::optional<domain::Verdicts>& judged) {
  if (!judged) return void(out.append("null"));
  append_count(out, R"({"yes":)", judged->yes);
  append_count(out, R"(,"partly":)", judged->partly);
  append_count(out, R"(,"no":)", judged->no);
  out.push_back('}');
}

}  // namespace

std::string encode_results(const domain::Archive& archive, ResultsOf of) {
  std::string out = R"({"title":)";
  append_text(out, archive.title);
  out.append(R"(,"phase":)").append(of == ResultsOf::closed ? R"("closed")" : R"("ended")");
  append_count(out, R"(,"ended_day":)", archive.ended_day);
  append_count(out, R"(,"until_day":)", std::int64_t{archive.ended_day} + archive.keep_days);
  out.append(R"(,"topics":[)");
  for (const auto& topic : archive.topics) {
    separate(out);
    append_topic(out, topic);
  }
  out.append(R"(],"questions":[)");
  for (const auto& question : archive.questions) {
    separate(out);
    append_question(out, question);
  }
  out.append(R"(],"tally":)");
  append_tally(out, archive.tally);
  out.append(R"(,"judged":)");
  append_judged(out, archive.judged);
  out.push_back('}');
  return out;
}

}  // namespace durf::protocol
