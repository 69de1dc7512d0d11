// SPDX-License-Identifier: MIT
// What the golden files do not show of the encoders: escapes, compression and its border, clocks that have
// run out, bugs.
#include "durf/protocol/encode.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "durf/base/assert.hpp"
#include "durf/protocol/close_code.hpp"
#include "durf/protocol/limits.hpp"
#include "protocol/inflate.hpp"
#include "protocol/samples.hpp"

namespace durf::protocol {
namespace {

using nlohmann::json;

Opcode opcode_of(const SharedFrame& frame) { return static_cast<Opcode>(frame->front() & 0x0f); }

domain::View titled(std::string title) {
  return {{{domain::Collection::session, ""}, {{"title", std::move(title)}}}};
}

TEST(Encode, EveryCharacterIsReadBackAsItWas) {
  std::string all;
  for (int control = 0; control < 0x80; ++control) all.push_back(static_cast<char>(control));
  all += "é€🙂\xe2\x80\xa8\xe2\x80\xa9\xef\xbf\xbf";
  const json snapshot = json::parse(text_of(encode_snapshot(samples::epoch, 1, titled(all))));
  EXPECT_EQ(snapshot["put"][0][2]["title"], all);
}

TEST(Encode, EscapesAreThoseOfABrowser) {
  using namespace std::string_literals;
  const std::string text =
      text_of(encode_snapshot(samples::epoch, 1, titled("\0\x1f\b\t\n\f\r\"\\/\x7f<é"s)));
  EXPECT_NE(text.find("\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/\x7f<é\""), std::string::npos) << text;
}

TEST(EncodeSnapshot, IsCompressedFromTheLimitOn) {
  const std::size_t empty = text_of(encode_snapshot(samples::epoch, 1, titled(""))).size();
  const std::size_t fill = limits::snapshot_compressed_from_bytes - empty;

  const SharedFrame below = encode_snapshot(samples::epoch, 1, titled(std::string(fill - 1, 'a')));
  EXPECT_EQ(opcode_of(below), Opcode::text);
  const SharedFrame at = encode_snapshot(samples::epoch, 1, titled(std::string(fill, 'a')));
  EXPECT_EQ(opcode_of(at), Opcode::binary);
  EXPECT_EQ(text_of(at).size(), limits::snapshot_compressed_from_bytes);
  EXPECT_EQ(payload_of(*at)[0], '\x78');  // the mark of zlib, which the browser's "deflate" wants
}

TEST(EncodeSnapshot, AFullRoomStaysWithinItsBytes) {
  // 300 questions of 100 characters of ordinary language, each with other words, and ids that cannot be
  // compressed.
  constexpr const char* words[] = {"waarom",  "directie", "rooster", "werkdruk", "wanneer",  "eerlijk",
                                   "collega", "beleid",   "nacht",   "dienst",   "luistert", "minder",
                                   "zorg",    "planning", "samen",   "geld"};
  domain::View view = titled("Durf te Vragen");
  std::uint32_t draw = 1;
  const auto next = [&draw] { return (draw = draw * 1'664'525u + 1'013'904'223u) >> 16; };
  for (std::size_t number = 0; number < domain::limits::questions_visible_max; ++number) {
    domain::QuestionId id;
    for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(next());
    std::string text;
    while (text.size() < 100) text.append(words[next() % std::size(words)]).push_back(' ');
    view[{domain::Collection::question, id.text()}] = {{"text", text},
                                                       {"lang", std::string("nl")},
                                                       {"topic", std::string()},
                                                       {"state", std::string("open")},
                                                       {"support", std::int64_t{next() % 40}},
                                                       {"round", std::int64_t{next() % 30}},
                                                       {"place", std::int64_t{next() % 9}},
                                                       {"redacted", false},
                                                       {"pinned", next() % 50 == 0},
                                                       {"archived", next() % 10 == 0}};
  }
  EXPECT_LE(encode_snapshot(samples::epoch, 1, view)->size(), 16u * 1'024u);
}

TEST(EncodeFrame, EveryFrameIsText) {
  domain::Delta delta{{{{domain::Collection::session, ""}, {{"title", std::string(5'000, 'a')}}}}, {}};
  EXPECT_EQ(opcode_of(encode_frame(samples::epoch, 1, delta)), Opcode::text);
}

TEST(EncodeFrame, NumberNoughtAndNumbersOutsideTheWireAreBugs) {
  EXPECT_THROW(encode_frame(samples::epoch, 0, {}), base::Bug);
  for (const std::int64_t value : {std::int64_t{-1}, static_cast<std::int64_t>(limits::number_max) + 1}) {
    const domain::Delta delta{{{{domain::Collection::session, ""}, {{"people", value}}}}, {}};
    EXPECT_THROW(encode_frame(samples::epoch, 1, delta), base::Bug) << value;
  }
}

TEST(EncodeClock, WhatHasJustRunOutHasNothingLeft) {
  const json clock =
      json::parse(text_of(encode_clock({ClockReading::Round{-3, 20'000}, ClockReading::Timer{-1, 5'000}})));
  EXPECT_EQ(clock["round"]["left_ms"], 0);
  EXPECT_EQ(clock["timer"]["left_ms"], 0);
}

TEST(EncodeWelcome, TheSystemIsNobodyToWelcome) {
  EXPECT_THROW(encode_welcome({"b", domain::Role::system, samples::session, samples::join_key, samples::epoch,
                               "http://localhost"}),
               base::Bug);
}

TEST(EncodePong, IsMadeOnce) { EXPECT_EQ(encode_pong(), encode_pong()); }

TEST(CloseCodes, TheRangeSaysWhetherToComeBack) {
  EXPECT_EQ(name_of(CloseCode::resync), "resync");
  EXPECT_EQ(name_of(CloseCode::bad_message), "bad_message");
  for (const auto code : {CloseCode::resync, CloseCode::too_slow, CloseCode::session_full,
                          CloseCode::code_budget, CloseCode::unavailable,
                          CloseCode::too_much})
    EXPECT_EQ(static_cast<int>(code) / 100, 40) << name_of(code);
  for (const auto code :
       {CloseCode::reload, CloseCode::link_revoked, CloseCode::unknown_session, CloseCode::bad_message,
        CloseCode::session_closed})
    EXPECT_EQ(static_cast<int>(code) / 100, 41) << name_of(code);
}

TEST(EncodeTL9, NoReplyIsLongerThanAnother) {
  const std::size_t size = encode_accepted(samples::command, std::nullopt)->size();
  EXPECT_EQ(encode_accepted(samples::command, samples::receipt)->size(), size);
  for (const auto code : {domain::RejectionCode::not_now, domain::RejectionCode::changed_meanwhile,
                          domain::RejectionCode::unknown_question}) {
    for (const std::optional<std::int64_t> limit : {std::optional<std::int64_t>{}, std::optional<std::int64_t>{limits::number_max}})
      EXPECT_EQ(encode_rejected(samples::command, {code, limit, limit})->size(), size);
  }
}

}  // namespace
}  // namespace durf::protocol
