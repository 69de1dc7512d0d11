// SPDX-License-Identifier: MIT
// One evening as each audience sees it, with every field that PROTOCOL.md gives it: written out by hand, so that the golden
// snapshots do not depend on the rules of the domain.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "durf/domain/project.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol::golden_views {

inline std::int64_t n(std::int64_t value) { return value; }
inline std::string s(std::string_view text) { return std::string(text); }

inline const domain::EntityKey the_session{domain::Collection::session, ""};
inline domain::EntityKey key(const domain::QuestionId& id) { return {domain::Collection::question, id.text()}; }
inline domain::EntityKey key(const domain::TopicId& id) { return {domain::Collection::topic, id.text()}; }
inline domain::EntityKey key(const domain::Receipt& id) { return {domain::Collection::receipt, id.text()}; }
inline domain::EntityKey key(const domain::LinkId& id) { return {domain::Collection::link, id.text()}; }
inline domain::EntityKey merge_of(const domain::QuestionId& id) { return {domain::Collection::merge, id.text()}; }
inline domain::EntityKey answer_to(const domain::QuestionId& id) { return {domain::Collection::answer, id.text()}; }
inline domain::EntityKey ask_back_of(const domain::QuestionId& id, int number) {
  return {domain::Collection::ask_back, id.text() + '.' + std::to_string(number)};
}

/// As everyone sees it.
domain::Fields question_of(std::string text, std::string_view lang, std::string about, std::string_view state,
                           std::int64_t support, std::int64_t round, std::int64_t place);
domain::Fields receipt_in(std::string_view state, std::int64_t waits, std::string_view reason = "");
domain::Fields answer_card();
domain::Fields asked(std::string_view state, std::string reply);
domain::Fields link_of(std::string_view role, std::string labelled);

/// A session that nobody has asked anything in, as a participant sees it.
domain::Fields lobby_session();

domain::View seen_by_participants();
domain::View seen_by_presenters();
domain::View seen_by_stage();
domain::View seen_by_moderators();
domain::View seen_by_facilitators();
domain::View seen_by_participants_after_the_end();

}  // namespace durf::protocol::golden_views
