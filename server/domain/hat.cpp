// SPDX-License-Identifier: MIT
#include "domain/hat.hpp"

#include <algorithm>

#include "domain/questions.hpp"
#include "domain/shuffle.hpp"
#include "domain/word_list.hpp"
#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

template <class Visit>
void for_each_held_reply(const State& state, const Visit& visit) {
  for (const auto& [id, question] : state.questions)
    for (std::uint32_t place = 0; place < question.exchanges.size(); ++place)
      if (question.exchanges[place].status == ReplyStatus::held)
        visit(ReplyId{.question = id, .place = place}, question.exchanges[place]);
}

/// What of a release goes to a moderator first.
class Sieve {
 public:
  explicit Sieve(const Definition& definition)
      : everything_(definition.moderation), words_(definition.word_list) {}
  bool keeps(const Text& text) const { return everything_ || words_.found_in(text.text); }

 private:
  bool everything_;
  WordList words_;
};

}  // namespace

bool is_hat_empty(const State& state) {
  bool empty = held_count(state) == 0;
  for_each_held_reply(state, [&](const ReplyId&, const Exchange&) { empty = false; });
  return empty;
}

bool waited_enough(const State& state) {
  bool enough = std::any_of(state.questions.begin(), state.questions.end(), [](const auto& entry) {
    return is_held(entry.second) && entry.second.waits >= limits::round_waits_max;
  });
  for_each_held_reply(state, [&](const ReplyId&, const Exchange& exchange) {
    enough = enough || exchange.waits >= limits::round_waits_max;
  });
  return enough;
}

std::size_t held_count(const State& state) {
  return static_cast<std::size_t>(std::count_if(state.questions.begin(), state.questions.end(),
                                                [](const auto& entry) { return is_held(entry.second); }));
}

RoundPassed everything_out(const State& state, const std::array<std::uint64_t, 4>& entropy) {
  const Sieve sieve(state.definition);
  RoundPassed passed;
  // By id, as the state keeps them. Phones choose the ids, so this order must not be the one in which they
  // come out.
  for (const auto& [id, question] : state.questions) {
    if (!is_held(question)) continue;
    passed.released.push_back(id);
    if (sieve.keeps(question.text)) passed.pending.insert(id);
  }
  for_each_held_reply(state, [&](const ReplyId& id, const Exchange& exchange) {
    passed.replies.insert(id);
    if (sieve.keeps(exchange.reply)) passed.pending_replies.insert(id);
  });
  Xoshiro256 generator(entropy);
  shuffle(passed.released, generator);
  DURF_ASSERT(passed.released.size() == held_count(state));
  return passed;
}

}  // namespace durf::domain
