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
  // What is the same as before would not be in the frame.
  const std::string beginning = std::to_string(++written_) + ". ";
  const std::string rest(bytes - beginning.size(), 'a');
  send(R"({"t":"command","id":")" + random_id() + R"(","type":"write_answer","body":{"question":")" + question +
       R"(","text":{"lang":"en","text":")" + beginning + rest + R"("},"promise":")" + beginning + rest +
       R"(","role":"","day":"2026-11-21"}})");
}

}  // namespace durf::load
