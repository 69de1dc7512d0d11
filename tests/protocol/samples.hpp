// SPDX-License-Identifier: MIT
// The ids and texts of the golden files, as values, and the files themselves. Shared by the tests of this
// folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "durf/protocol/messages.hpp"

namespace durf::protocol::samples {

template <class Id>
Id id(std::string_view text) {
  return Id::from_text(text).value();
}

inline const auto session = id<domain::SessionId>("uNOIySSfSAgsvbCXgljR0A");
inline const auto join_key = id<domain::JoinKey>("d3YpeKH_vOvysw");
inline const auto epoch = id<Epoch>("FiiuU4-H");
inline const auto token = id<Token>("PFzgw4bI8UXOC8TIwnxFXA");
inline const auto command = id<domain::CommandId>("qx4xHYvVamZGh95w4LSmEQ");
inline const auto secret = id<Secret>("2xQz0zT9oV0RwgS8YwlUeg");
inline const auto other_secret = id<Secret>("F-ucQj2x4hY_lBwg1qfi_w");
inline const auto link = id<domain::LinkId>("TWoNX5FxNRfUH4wzSGm85Q");
inline const auto other_link = id<domain::LinkId>("9smlfiYgli3OoqLW9LwKbw");
inline const auto question = id<domain::QuestionId>("DRupynEo2_6rHWC3CbQdOQ");
inline const auto other_question = id<domain::QuestionId>("9T1A7yNfUya6R0iRtYBTrw");
inline const auto third_question = id<domain::QuestionId>("mB0lf0EhoWh1cJgZQyjWDQ");
inline const auto fourth_question = id<domain::QuestionId>("7T48uBhEtr5cdc1W_CV8tw");
inline const auto fifth_question = id<domain::QuestionId>("OxTVLRmX5u68OuGNjPfkVQ");
inline const auto merged_question = id<domain::QuestionId>("Zy0wVfWq9nTnJYpcbXlOeQ");
inline const auto topic = id<domain::TopicId>("OraL0fBAayJrschLS7GSKA");
inline const auto other_topic = id<domain::TopicId>("OJQ4RLbWPMrmGesowIf8gg");
inline const auto receipt = id<domain::Receipt>("ywzilxZUCwazYu8RK0JyKtakCf8SGkfwiC3AjHId6ac");
inline const auto other_receipt = id<domain::Receipt>("Fna83KR48OJbVN78r7VCSSBkGwKZUqAxjT6ByeR1Cuw");
inline const auto third_receipt = id<domain::Receipt>("GjSJ0aJYpN4txeqglW_4BDjs5vWHqWm2M51kxw5XspQ");
inline const auto results_secret = id<domain::ResultsSecret>("kq3VtR7nUhGz0cXyW5bM1g");

inline const std::string dutch = "Waarom kost één verlofaanvraag zes weken — en wie beslist er eigenlijk?";
inline const std::string english =
    "You say \"we listen\" 🙂\nWhat changed because of it? C:\\beleid\\2024 doesn’t count.";
inline const std::string hospital =
    "Durft de directie een keer mee te draaien op de spoedeisende hulp? Ook ’s nachts, ook in het weekend? 🏥";
inline const std::string label = "Beamer zaal “Zuid” – café";

/// Content of `golden/NAME.json` without the line's end.
std::string golden(std::string_view name);

/// Names of the files in `golden/FOLDER`, without `.json`, in alphabetical order.
std::vector<std::string> golden_names(std::string_view folder);

}  // namespace durf::protocol::samples
