// SPDX-License-Identifier: MIT
#include "load/desk.hpp"

#include "load/dice.hpp"
#include "load/scan.hpp"

namespace durf::load {

void Desk::opened() {
  send(R"({"t":"hello","protocol":1,"role":"desk","secret":")" + room_.facilitator_secret + "\"}");
}

void Desk::heard(Opcode opcode, std::string_view payload) {
  if (opcode == Opcode::text && kind_of(payload) == "clock") is_in_ = true;
}

void Desk::lost(Loss) {
  is_in_ = false;
  was_lost_ = true;
}

void Desk::write_answer(const std::string& question, std::size_t bytes) {
  std::string text = "Answer " + std::to_string(++written_) + ". ";  // the same card again would be no change
  text.resize(bytes, 'a');
  send(R"({"t":"command","id":")" + random_id() + R"(","type":"write_answer","body":{"question":")" + question +
       R"(","text":{"lang":"en","text":")" + text + R"("},"promise":")" + std::string(bytes, 'b') +
       R"(","role":"","day":"2026-11-21"}})");
}

}  // namespace durf::load
