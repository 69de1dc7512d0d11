// SPDX-License-Identifier: MIT
#include "load/phone.hpp"

#include <algorithm>

#include "load/crowd.hpp"
#include "load/dice.hpp"
#include "load/scan.hpp"

namespace durf::load {

Phone::Phone(Loop& loop, const Target& target, Room& room, Crowd& crowd, std::uint32_t source)
    : Connection(loop, target), room_(room), crowd_(crowd), token_(random_id()), source_(source) {}

void Phone::join(Us intended) {
  wants_in_ = true;
  joined_ = false;
  had_snapshot_ = false;
  if (!joining_since_) joining_since_ = intended;
  if (!open(source_, receive_bytes_)) crowd_.lost(*this, {.fault = "no descriptor or port left here"});
}

void Phone::vanish() {
  if (joined_) crowd_.left(*this);
  wants_in_ = joined_ = false;
  joining_since_.reset();
  drop();
}

void Phone::opened() {
  std::string hello = R"({"t":"hello","protocol":1,"role":"participant","token":")" + token_ + R"(","join":{"key":")" +
                      room_.join_key + "\"}";
  if (!position_.epoch.empty())
    hello += R"(,"resume":{"epoch":")" + position_.epoch + R"(","frame":)" + std::to_string(position_.frame) + "}";
  send(hello + "}");
}

void Phone::ask(Us intended, const std::string& question, std::string_view text) {
  command(Deed::ask, intended, "submit_question",
          R"({"question":")" + question + R"(","topic":"","text":{"lang":"en","text":")" + std::string(text) +
              R"("},"secret":")" + random_id() + "\"}");
}

void Phone::vote(Us intended, const std::string& question, std::uint64_t revision, bool up) {
  command(Deed::vote, intended, "upvote_question",
          R"({"question":")" + question + R"(","revision":)" + std::to_string(revision) +
              (up ? R"(,"up":true})" : R"(,"up":false})"));
}

void Phone::command(Deed deed, Us intended, std::string_view type, const std::string& body) {
  if (waiting_.size() == waiting_max) return crowd_.gave_up(deed);
  Waiting& waiting = waiting_.emplace_back(Waiting{random_id(), deed, intended, {}});
  waiting.text.append(R"({"t":"command","id":")").append(waiting.id).append(R"(","type":")").append(type);
  waiting.text.append(R"(","body":)").append(body).append("}");
  if (joined_) send(waiting.text);
}

void Phone::heard(Opcode opcode, std::string_view payload) {
  const std::string_view kind = opcode == Opcode::text ? kind_of(payload) : "snapshot";
  if (kind == "reply") return heard_reply(payload);
  if (kind == "clock") return heard_clock();
  if (kind == "frame") {
    if (!room_.view.apply_frame(payload, position_)) return broke("a frame with a hole before it");
    return crowd_.saw(*this);
  }
  if (kind == "snapshot") {
    const auto position = room_.view.apply_snapshot(payload, opcode == Opcode::binary);
    if (!position) return broke("no snapshot");
    position_ = *position;
    had_snapshot_ = true;
    if (joined_) ++crowd_.records().resyncs;
    return crowd_.saw(*this);
  }
  if (kind != "welcome" && kind != "pong") broke("a message of no known kind");
}

void Phone::heard_clock() {
  if (joined_) return;
  joined_ = true;
  crowd_.joined(*this, joining_since_.value_or(now_us()), had_snapshot_);
  joining_since_.reset();
  for (const Waiting& waiting : waiting_) send(waiting.text);
}

void Phone::heard_reply(std::string_view reply) {
  const std::string_view id = text_after(reply, "id");
  const auto found = std::ranges::find(waiting_, id, &Waiting::id);
  if (found == waiting_.end()) return;
  const Waiting answered = std::move(*found);
  waiting_.erase(found);
  crowd_.answered(answered.deed, answered.intended, says_ok(reply), text_after(reply, "code"));
}

void Phone::lost(Loss loss) {
  if (joined_) crowd_.left(*this);
  joined_ = false;
  crowd_.lost(*this, loss);
}

void Phone::broke(const char* fault) {
  position_ = {};
  drop();
  lost({.fault = fault});
}

}  // namespace durf::load
