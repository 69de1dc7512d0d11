// SPDX-License-Identifier: MIT
#include "domain/gathering.hpp"

#include <gtest/gtest.h>

namespace durf::domain::testing {

QuestionId question(Number number) { return numbered<QuestionId>(number); }
TopicId topic(Number number) { return numbered<TopicId>(number); }
LinkId link(Number number) { return numbered<LinkId>(number); }
MemberTag member(Number person) { return numbered<MemberTag>(person); }

Nullifier nullifier(Number person, Number number) { return numbered<Nullifier>(person, number); }
AuthorshipHash authorship(Number person, Number number) { return numbered<AuthorshipHash>(person, number); }
Receipt receipt(Number person, Number number) { return numbered<Receipt>(person, number); }

Actor participant(Number person) { return {.role = Role::participant, .member = member(person)}; }
Actor facilitator() { return {.role = Role::facilitator, .member = {}}; }
Actor presenter() { return {.role = Role::presenter, .member = {}}; }
Actor moderator() { return {.role = Role::moderator, .member = {}}; }
Actor stage() { return {.role = Role::stage, .member = {}}; }
Actor timer_of_rounds() { return {.role = Role::system, .member = {}}; }

SubmitQuestion submit(Number number, Number author) {
  return submit(number, author, "Why number " + std::to_string(number) + "?");
}

SubmitQuestion submit(Number number, Number author, std::string text) {
  return {.question = question(number),
          .topic = {},
          .text = {.language = Language::en, .text = std::move(text)},
          .authorship = authorship(author, number),
          .receipt = receipt(author, number),
          .nullifier = nullifier(author, number)};
}

WithdrawQuestion withdraw(Number number, Number person) {
  return {.question = question(number), .authorship = authorship(person, number)};
}

UpvoteQuestion upvote(Number number, Number person, std::uint64_t revision, bool up) {
  return {
      .question = question(number), .revision = revision, .up = up, .nullifier = nullifier(person, number)};
}

WishHidden wish_hidden(Number number, Number person) {
  return {.question = question(number), .authorship = authorship(person, number)};
}

JudgeAnswer judge(Number number, Number person, Verdict verdict) {
  return {.question = question(number), .verdict = verdict, .authorship = authorship(person, number)};
}

AskBack ask_back(Number number, std::string text) {
  return {.question = question(number), .text = {.language = Language::en, .text = std::move(text)}};
}

ReplyId reply(Number number, std::uint32_t place) { return {.question = question(number), .place = place}; }

Receipt receipt_of_reply(Number person, Number number, std::uint32_t place) {
  Receipt receipt = testing::receipt(person, number);
  receipt.bytes[8] = static_cast<std::uint8_t>(1 + place);
  return receipt;
}

ReplyToAskBack reply_to(Number number, std::uint32_t place, Number person, std::string text) {
  return {.reply = reply(number, place),
          .text = {.language = Language::en, .text = std::move(text)},
          .authorship = authorship(person, number),
          .receipt = receipt_of_reply(person, number, place)};
}

WriteAnswer write_answer(Number number, std::string text, std::string promise) {
  return {.question = question(number),
          .answer = {.text = {.language = Language::nl, .text = std::move(text)},
                     .promise = std::move(promise),
                     .role = "directeur",
                     .day = "2026-11-21"}};
}

Definition a_definition() {
  Definition definition;
  definition.id = numbered<SessionId>(1);
  definition.title = {.language = Language::nl, .text = "Durf te Vragen"};
  definition.topics = {{.id = topic(1), .name = {.language = Language::nl, .text = "Werkdruk"}},
                       {.id = topic(2), .name = {.language = Language::en, .text = "Rosters"}}};
  definition.join_key = numbered<JoinKey>(1);
  definition.join_code = "482913";
  definition.links[link(1)] = {
      .role = Role::facilitator, .label = "", .secret_hash = numbered<SecretHash>(1)};
  definition.links[link(2)] = {
      .role = Role::presenter, .label = "Beamer", .secret_hash = numbered<SecretHash>(2)};
  return definition;
}

std::string told(const Rejection& rejection) {
  std::string line(name_of(rejection.code));
  if (rejection.min) line += " min=" + std::to_string(*rejection.min);
  if (rejection.max) line += " max=" + std::to_string(*rejection.max);
  return line;
}

std::string told(const Decision& decision) {
  if (const auto* rejection = std::get_if<Rejection>(&decision)) return told(*rejection);
  return std::get<Events>(decision).empty() ? "without effect" : "accepted";
}

Gathering::Gathering(Definition definition) {
  log = {SessionCreated{std::move(definition)}};
  domain::apply(state, log);
}

std::string Gathering::give(const Actor& actor, const Command& command, const Entropy& entropy) {
  const Decision decision = decide(state, presence, actor, command, Stamp{.now = {}, .entropy = entropy});
  if (const auto* events = std::get_if<Events>(&decision)) {
    last = *events;
    domain::apply(state, last);
    for (const Event& event : last) note_event(presence, actor.member, event);
    log.insert(log.end(), last.begin(), last.end());
  }
  return told(decision);
}

std::string Gathering::pass_round(const Entropy& entropy) {
  const std::string outcome = give(timer_of_rounds(), PassRound{}, entropy);
  free_slots_of_passed_round(presence, state);
  return outcome;
}

void Gathering::bring_out(const std::vector<Number>& numbers) {
  for (const Number number : numbers)
    ASSERT_EQ(give(participant(number), submit(number, number)), "accepted");
  for (std::uint32_t wait = 0; wait <= limits::round_waits_max; ++wait) pass_round();
  for (const Number number : numbers) ASSERT_EQ(at(number).status, QuestionStatus::open);
}

Gathering in_the_lobby() { return Gathering(); }

Gathering gone_live() {
  Gathering gathering;
  gathering.give(facilitator(), GoLive{});
  return gathering;
}

Gathering with_open(const std::vector<Number>& numbers) {
  Gathering gathering = gone_live();
  gathering.bring_out(numbers);
  return gathering;
}

Gathering with_pending(const std::vector<Number>& numbers) {
  Gathering gathering = gone_live();
  gathering.give(facilitator(), SetModeration{true});
  for (const Number number : numbers) gathering.give(participant(number), submit(number, number));
  for (std::uint32_t wait = 0; wait <= limits::round_waits_max; ++wait) gathering.pass_round();
  for (const Number number : numbers) EXPECT_EQ(gathering.at(number).status, QuestionStatus::pending);
  return gathering;
}

Gathering ended_with(const std::vector<Number>& numbers) {
  Gathering gathering = with_open(numbers);
  EXPECT_EQ(gathering.give(facilitator(), EndSession{some_day}), "accepted");
  return gathering;
}

std::vector<Command> every_command() {
  return {SubmitQuestion{}, WithdrawQuestion{},  UpvoteQuestion{},  WishHidden{},      ReplyToAskBack{},
          JudgeAnswer{},    HighlightQuestion{}, ClearHighlight{},  MarkAnswered{},    ReopenQuestion{},
          WriteAnswer{},    AskBack{},           SetNote{},         ApproveQuestion{}, HoldBackQuestion{},
          RefuseQuestion{}, RestoreQuestion{},   ApproveReply{},    RefuseReply{},     HoldBackReply{},
          RedactQuestion{}, RedactReply{},       LabelQuestion{},   PinQuestion{},       ArchiveQuestion{}, MergeQuestion{},   UndoMerge{},
          SetModeration{},  SetWordList{},       EndSession{1},     CloseSession{},    RenameSession{},
          ChangeJoinCode{}, SetKeepDays{},       SetResultsLink{},  OpenLobby{},       GoLive{},
          BeginForReal{},   LengthenRounds{},    SetScreen{},       StartTimer{},      StopTimer{},
          CreateLink{},     RenewLink{},         RevokeLink{},      ConfirmPairing{},  PassRound{},
          TellMerge{}};
}

}  // namespace durf::domain::testing
