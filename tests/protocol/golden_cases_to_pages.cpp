// SPDX-License-Identifier: MIT
#include "durf/protocol/encode.hpp"
#include "protocol/golden_cases.hpp"
#include "protocol/golden_views.hpp"
#include "protocol/inflate.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol {
namespace {

using namespace samples;
using namespace golden_views;
using domain::RejectionCode;
using domain::Role;

constexpr std::int64_t number_max = 9'007'199'254'740'991;
constexpr std::string_view address = "http://192.168.1.20:8080";

std::string frame(std::uint64_t number, domain::Delta delta) {
  return text_of(encode_frame(epoch, number, delta));
}

std::string snapshot(std::uint64_t number, const domain::View& view) {
  return text_of(encode_snapshot(epoch, number, view));
}

std::string released() {
  return frame(19, {{{the_session, {{"round", n(4)}}},
                     {key(other_question), question_of(english, "en", "", "open", 1, 3, 1)},
                     {key(third_question), question_of(hospital, "nl", other_topic.text(), "open", 2, 3, 0)}},
                    {key(receipt)}});
}

std::string delta() {
  return frame(23, {{{the_session, {{"people", n(26)}, {"highlighted", s("")}, {"blank", false}}},
                     {key(question), {{"state", s("answered")}, {"support", n(17)}}},
                     {key(link), link_of("presenter", label)}},
                    {key(third_question), key(other_link)}});
}

/// A round has passed: what was refused is told by its reason, and the numbers move.
std::string refused() {
  return frame(24, {{{the_session, {{"tally_received", n(8)}, {"tally_refused", n(3)}, {"refused_unclear", n(1)}}},
                     {key(receipt), {{"state", s("refused")}, {"reason", s("unclear")}}}},
                    {key(question)}});
}

std::string merge_told() {
  return frame(25, {{{merge_of(other_question), {{"into", question.text()}}}}, {key(other_question)}});
}

std::string merge_undone() {
  return frame(26, {{{key(other_question), {{"state", s("open")}, {"into", s("")}, {"told", false}}}}, {}});
}

std::string redacted() {
  return frame(27, {{{key(question), {{"text", s("Waarom ███ zes weken?")}, {"redacted", true}}}}, {}});
}

std::string pending() {
  return frame(28, {{{the_session, {{"pending", n(1)}}}, {key(fourth_question), {{"state", s("pending")}}}}, {}});
}

std::string answered() {
  return frame(29, {{{key(third_question), {{"state", s("answered")}}}, {answer_to(third_question), answer_card()}}, {}});
}

std::string asked_back() {
  return frame(30, {{{ask_back_of(question, 0), asked("asked", "")}}, {answer_to(third_question)}});
}

std::string replied() {
  return frame(31, {{{ask_back_of(question, 0),
                      {{"state", s("replied")}, {"reply", s("Allebei.")}, {"reply_lang", s("nl")}}}},
                    {key(receipt)}});
}

std::string ended() {
  return frame(32, {{{the_session,
                      {{"phase", s("ended")}, {"ended_day", n(20'778)}, {"results", results_secret.text()}}}},
                    {}});
}

std::string welcome(Role role) {
  return text_of(encode_welcome({"k3J9xQ2a", role, session, join_key, epoch, address}));
}

/// Replies are padded to one length, which the golden files do without.
std::string without_padding(std::string reply) { return reply.erase(reply.find_last_not_of(' ') + 1); }

std::string rejected(domain::Rejection rejection) {
  return without_padding(text_of(encode_rejected(command, rejection)));
}
std::string accepted(const std::optional<domain::Receipt>& its_receipt) {
  return without_padding(text_of(encode_accepted(command, its_receipt)));
}

}  // namespace

const std::map<std::string, std::string>& messages_to_pages() {
  constexpr ClockReading::Round round{12'300, 20'000};
  constexpr ClockReading::Timer timer{90'000, 120'000};
  static const std::map<std::string, std::string> cases = [&] {
    std::map<std::string, std::string> all = {
        {"welcome.participant", welcome(Role::participant)},
        {"welcome.presenter", welcome(Role::presenter)},
        {"welcome.facilitator", welcome(Role::facilitator)},
        {"welcome.moderator", welcome(Role::moderator)},
        {"welcome.stage", welcome(Role::stage)},
        {"pairing.code", text_of(encode_pairing("K7M2QP", 120'000))},
        {"pairing.paired", text_of(encode_paired(Role::presenter, other_secret))},
        {"pairing.paired_stage", text_of(encode_paired(Role::stage, other_secret))},
        {"pong", text_of(encode_pong())},
        {"frame.support", frame(18, {{{key(question), {{"support", n(17)}}}}, {}})},
        {"frame.released", released()},
        {"frame.held", frame(20, {{{key(other_receipt), receipt_in("held", 1)}}, {}})},
        {"frame.removed", frame(21, {{}, {key(question), key(other_receipt)}})},
        {"frame.highlighted", frame(22, {{{the_session, {{"highlighted", question.text()}}},
                                          {key(question), {{"state", s("highlighted")}}}},
                                         {}})},
        {"frame.delta", delta()},
        {"frame.refused", refused()},
        {"frame.merge_told", merge_told()},
        {"frame.merge_undone", merge_undone()},
        {"frame.redacted", redacted()},
        {"frame.pending", pending()},
        {"frame.answered", answered()},
        {"frame.asked_back", asked_back()},
        {"frame.replied", replied()},
        {"frame.ended", ended()},
        {"frame.last_number", frame(number_max, {{{the_session, {{"people", n(0)}}}}, {}})},
        {"snapshot.small", snapshot(0, {{the_session, lobby_session()}})},
        {"snapshot.participant", snapshot(18, seen_by_participants())},
        {"snapshot.participant_ended", snapshot(44, seen_by_participants_after_the_end())},
        {"snapshot.presenter", snapshot(7, seen_by_presenters())},
        {"snapshot.facilitator", snapshot(31, seen_by_facilitators())},
        {"snapshot.moderator", snapshot(32, seen_by_moderators())},
        {"snapshot.stage", snapshot(33, seen_by_stage())},
        {"clock.both", text_of(encode_clock({round, timer}))},
        {"clock.round", text_of(encode_clock({round, {}}))},
        {"clock.timer", text_of(encode_clock({{}, timer}))},
        {"clock.none", text_of(encode_clock({}))},
        {"reply.accepted", accepted({})},
        {"reply.accepted_receipt", accepted(receipt)},
        {"reply.rejected", rejected({RejectionCode::one_per_round, {}, {}})},
        {"reply.rejected_changed", rejected({RejectionCode::changed_meanwhile, {}, {}})},
        {"reply.rejected_max", rejected({RejectionCode::text_too_long, {}, 1'120})},
        {"reply.rejected_min", rejected({RejectionCode::only_longer, 20'000, {}})},
        {"reply.rejected_range", rejected({RejectionCode::out_of_range, 5'000, 600'000})},
    };
    all.insert(answers_over_http().begin(), answers_over_http().end());
    return all;
  }();
  return cases;
}

}  // namespace durf::protocol
