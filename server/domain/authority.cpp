// SPDX-License-Identifier: MIT
#include "domain/authority.hpp"

#include <type_traits>

#include "durf/base/assert.hpp"

namespace durf::domain {
namespace {

enum class Circle { participants, who_answers, who_moderates, who_runs_it, the_system };

constexpr Circle circle_of(const SubmitQuestion&) { return Circle::participants; }
constexpr Circle circle_of(const WithdrawQuestion&) { return Circle::participants; }
constexpr Circle circle_of(const UpvoteQuestion&) { return Circle::participants; }
constexpr Circle circle_of(const WishHidden&) { return Circle::participants; }
constexpr Circle circle_of(const ReplyToAskBack&) { return Circle::participants; }
constexpr Circle circle_of(const JudgeAnswer&) { return Circle::participants; }

constexpr Circle circle_of(const HighlightQuestion&) { return Circle::who_answers; }
constexpr Circle circle_of(const ClearHighlight&) { return Circle::who_answers; }
constexpr Circle circle_of(const MarkAnswered&) { return Circle::who_answers; }
constexpr Circle circle_of(const ReopenQuestion&) { return Circle::who_answers; }
constexpr Circle circle_of(const WriteAnswer&) { return Circle::who_answers; }
constexpr Circle circle_of(const AskBack&) { return Circle::who_answers; }
constexpr Circle circle_of(const SetNote&) { return Circle::who_answers; }
constexpr Circle circle_of(const SetScreen&) { return Circle::who_answers; }
constexpr Circle circle_of(const StartTimer&) { return Circle::who_answers; }
constexpr Circle circle_of(const StopTimer&) { return Circle::who_answers; }

constexpr Circle circle_of(const ApproveQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const HoldBackQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const RefuseQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const RestoreQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const ApproveReply&) { return Circle::who_moderates; }
constexpr Circle circle_of(const RefuseReply&) { return Circle::who_moderates; }
constexpr Circle circle_of(const HoldBackReply&) { return Circle::who_moderates; }
constexpr Circle circle_of(const RedactQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const RedactReply&) { return Circle::who_moderates; }
constexpr Circle circle_of(const LabelQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const PinQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const ArchiveQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const MergeQuestion&) { return Circle::who_moderates; }
constexpr Circle circle_of(const UndoMerge&) { return Circle::who_moderates; }
constexpr Circle circle_of(const SetModeration&) { return Circle::who_moderates; }
constexpr Circle circle_of(const SetWordList&) { return Circle::who_moderates; }

constexpr Circle circle_of(const OpenLobby&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const GoLive&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const BeginForReal&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const EndSession&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const CloseSession&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const RenameSession&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const ChangeJoinCode&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const SetKeepDays&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const SetResultsLink&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const LengthenRounds&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const CreateLink&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const RenewLink&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const RevokeLink&) { return Circle::who_runs_it; }
constexpr Circle circle_of(const ConfirmPairing&) { return Circle::who_runs_it; }

constexpr Circle circle_of(const PassRound&) { return Circle::the_system; }
constexpr Circle circle_of(const TellMerge&) { return Circle::the_system; }

bool belongs_to(Role role, Circle circle) {
  switch (circle) {
    case Circle::participants:
      return role == Role::participant;
    case Circle::who_answers:
      return role == Role::facilitator || role == Role::stage;
    case Circle::who_moderates:
      return role == Role::facilitator || role == Role::moderator;
    case Circle::who_runs_it:
      return role == Role::facilitator;
    case Circle::the_system:
      return role == Role::system;
  }
  base::fail_assertion("a known circle", __FILE__, __LINE__);
}

/// Beside its own, the system stops a timer that outlived its run of the core, closes a session that was kept
/// long enough, and makes a link for an operator who lost them all.
template <class Wish>
constexpr bool system_may =
    std::is_same_v<Wish, StopTimer> || std::is_same_v<Wish, CloseSession> || std::is_same_v<Wish, CreateLink>;

}  // namespace

bool may_give(Role role, const Command& command) {
  return std::visit(
      [&](const auto& wish) {
        const bool lent = role == Role::system && system_may<std::decay_t<decltype(wish)>>;
        return lent || belongs_to(role, circle_of(wish));
      },
      command);
}

}  // namespace durf::domain
