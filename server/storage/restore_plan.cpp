// SPDX-License-Identifier: MIT
#include "storage/restore_plan.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <set>
#include <span>
#include <utility>
#include <variant>

#include "durf/domain/event.hpp"
#include "durf/log/record_codec.hpp"

namespace durf::storage {

using Kind = BackedUpSession::Kind;
using State = SessionInBackup::State;

namespace {

constexpr const char* damaged = "is damaged or not whole";
constexpr const char* newer = "was written by a newer Durf";

/// What the definition alone says: who was to be asked what, and on which day it ended. The results page is gone with the
/// questions that it showed.
bool plan_empty(domain::Definition definition, RestorePlan& plan) {
  const std::int32_t ended_day = definition.ended_day;
  definition.ended_day = 0;
  definition.results_hash = {};
  domain::Events events{domain::SessionCreated{std::move(definition)}};
  if (ended_day > 0) events.push_back(domain::SessionEnded{ended_day});
  plan.payload = log::encode_events(events);
  const auto state = log::replay({plan.payload});
  if (!state) return false;
  plan.definition = log::encode_definition(state->definition);
  return true;
}

const char* words_for(BackupDecoder::Fault fault) {
  switch (fault) {
    case BackupDecoder::Fault::not_a_backup:
      return "is not a backup of Durf";
    case BackupDecoder::Fault::newer:
      return newer;
    case BackupDecoder::Fault::damaged:
      return damaged;
  }
  return damaged;
}

}  // namespace

std::string RestorePlanner::read(const std::function<std::string(RestorePlan)>& take) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(from_.c_str(), "rbe"), &std::fclose);
  if (!file) return refuse(std::string("cannot be read: ") + std::strerror(errno));
  BackupDecoder decoder([&file](std::span<char> out) { return std::fread(out.data(), 1, out.size(), file.get()); },
                        BackupDecoder::Keys::refused);
  std::set<domain::SessionId> seen;
  for (;;) {
    BackupDecoder::Next next = decoder.next();
    if (std::holds_alternative<BackupDecoder::End>(next)) return {};
    if (const auto* fault = std::get_if<BackupDecoder::Fault>(&next)) return refuse(words_for(*fault));
    auto& one = std::get<BackedUpSession>(next);
    if (!seen.insert(one.session).second) return refuse(damaged);
    Planned planned = plan(std::move(one));
    if (!planned.refusal.empty()) return planned.refusal;
    if (std::string words = take(std::move(planned.plan)); !words.empty()) return words;
  }
}

RestorePlanner::Planned RestorePlanner::plan(BackedUpSession one) {
  RestorePlan plan;
  plan.session = one.session;
  const auto definition = log::decode_definition(one.definition);
  if (!definition || definition->id != one.session)
    return {refuse("holds a session that this Durf cannot read: it is of a newer one, or damaged"), {}};
  plan.told = {State::empty, definition->title.text, definition->join_code};
  switch (one.kind) {
    case Kind::closed:
      plan.told.state = State::closed;
      plan.payload = log::encode_events({});
      plan.definition = std::move(one.definition);
      plan.archive = std::move(one.archive);
      return {{}, std::move(plan)};
    case Kind::live:
      if (one.format > log::record_format) return {refuse(newer), {}};
      if (const auto key = key_of(one.session)) return plan_whole(one, *definition, key, std::move(plan));
      break;
    case Kind::unreadable:
      plan.told.state = State::unreadable;
      break;
  }
  if (!plan_empty(*definition, plan)) return {refuse(damaged), {}};
  return {{}, std::move(plan)};
}

RestorePlanner::Planned RestorePlanner::plan_whole(const BackedUpSession& one, const domain::Definition& definition,
                                                   const base::SharedKey& key, RestorePlan plan) {
  auto payload = cipher_.unseal(*key, place_in_backup(one.format, one.session), one.nonce, one.ciphertext);
  if (!payload)
    return {"The key of the session \"" + definition.title.text +
                "\" does not fit: the keys are of another backup. Nothing was restored. Without keys, live sessions start empty.",
            {}};
  const auto state = log::replay({*payload});
  if (!state || state->definition != definition) return {refuse(damaged), {}};
  plan.told.state = State::whole;
  plan.key = key;
  plan.payload = std::move(*payload);
  plan.definition = one.definition;
  return {{}, std::move(plan)};
}

base::SharedKey RestorePlanner::key_of(const domain::SessionId& session) const {
  if (!keys_) return nullptr;
  const auto found = keys_->find(session);
  return found == keys_->end() ? nullptr : found->second;
}

}  // namespace durf::storage
