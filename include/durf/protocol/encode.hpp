// SPDX-License-Identifier: MIT
// Messages to pages. Encoding cannot fail: sizes are limited on the way in. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "durf/domain/archive.hpp"
#include "durf/domain/ids.hpp"
#include "durf/domain/project.hpp"
#include "durf/domain/rejection.hpp"
#include "durf/protocol/messages.hpp"
#include "durf/protocol/shared_frame.hpp"

namespace durf::protocol {

struct Welcome {
  std::string_view build;
  domain::Role role;
  domain::SessionId session;
  domain::JoinKey join_key;
  Epoch epoch;
  std::string_view address;
};

struct ClockReading {
  struct Round {
    std::int64_t left_ms;
    std::int64_t every_ms;
  };
  struct Timer {
    std::int64_t left_ms;
    std::int64_t of_ms;
  };
  std::optional<Round> round;
  std::optional<Timer> timer;
};

SharedFrame encode_welcome(const Welcome& welcome);
SharedFrame encode_pairing(std::string_view code, std::int64_t left_ms);
SharedFrame encode_paired(domain::Role role, const Secret& secret);
SharedFrame encode_frame(const Epoch& epoch, std::uint64_t number, const domain::Delta& delta);
/// Compressed (zlib) into a binary frame when the text has 1,024 bytes or more.
SharedFrame encode_snapshot(const Epoch& epoch, std::uint64_t number, const domain::View& view);
SharedFrame encode_clock(const ClockReading& reading);
SharedFrame encode_accepted(const domain::CommandId& command, const std::optional<domain::Receipt>& receipt);
SharedFrame encode_rejected(const domain::CommandId& command, const domain::Rejection& rejection);
SharedFrame encode_pong();

/// Bodies of HTTP answers.
std::string encode_created(const domain::SessionId& session, std::string_view join_code);
std::string encode_refusal(std::string_view code, std::optional<std::int64_t> min, std::optional<std::int64_t> max);
std::string encode_host(std::string_view create, std::string_view address, std::string_view build);
/// State of a session that is not closed.
std::string encode_session(const domain::Definition& definition, domain::Phase phase);
/// Of a closed one, of which nothing but this is left (and the archive).
std::string encode_closed_session(const domain::Text& title, std::int32_t ended_day, std::int32_t keep_days);
std::string encode_deleted(const domain::SessionId& session, std::int32_t day);

/// What the results page shows, and what a closed session's archive on the disk is.
enum class ResultsOf { ended, closed };
std::string encode_results(const domain::Archive& archive, ResultsOf of);

}  // namespace durf::protocol
