// SPDX-License-Identifier: MIT
// What the load program takes for a frame: any cut of the stream gives the same messages, what no server may send is
// noticed, and nothing is kept of what was read. Its own frames are read back by hand.
#include "load/frames.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace durf::load {
namespace {

using Message = std::pair<Opcode, std::string>;

std::string from_server(Opcode opcode, std::string_view payload) {
  std::string bytes(1, static_cast<char>(0x80 | static_cast<unsigned>(opcode)));
  if (payload.size() < 126) {
    bytes += static_cast<char>(payload.size());
  } else if (payload.size() < 65'536) {
    bytes += {'\x7E', static_cast<char>(payload.size() >> 8), static_cast<char>(payload.size() & 0xFF)};
  } else {
    bytes += '\x7F';
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(payload.size() >> shift & 0xFF);
  }
  return bytes.append(payload);
}

struct Ear {
  FrameParser parser;
  std::vector<Message> heard;
  bool feed(std::string_view bytes) {
    return parser.feed(bytes, [this](Opcode opcode, std::string_view payload) {
      heard.emplace_back(opcode, payload);
      return true;
    });
  }
};

TEST(LoadFrames, AnyCutGivesTheSameMessages) {
  const std::vector<Message> sent = {
      {Opcode::text, ""},  {Opcode::text, std::string(125, 'a')},    {Opcode::binary, std::string(126, 'b')},
      {Opcode::ping, "p"}, {Opcode::text, std::string(70'000, 'c')}, {Opcode::close, "\x0F\xA0 resync"}};
  std::string stream;
  for (const auto& [opcode, payload] : sent) stream += from_server(opcode, payload);
  for (const std::size_t step : {std::size_t{7}, std::size_t{127}, std::size_t{65'535}, stream.size()}) {
    Ear ear;
    for (std::size_t at = 0; at < stream.size(); at += step)
      ASSERT_TRUE(ear.feed(std::string_view(stream).substr(at, step)));
    EXPECT_EQ(ear.heard, sent) << "cut every " << step;
    EXPECT_EQ(ear.parser.kept(), 0u);
  }
}

TEST(LoadFrames, SmallFramesSurviveEveryCut) {
  const std::string stream = from_server(Opcode::text, std::string(200, 'x')) + from_server(Opcode::text, "{}");
  for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
    Ear ear;
    ASSERT_TRUE(ear.feed(std::string_view(stream).substr(0, cut)));
    ASSERT_TRUE(ear.feed(std::string_view(stream).substr(cut)));
    ASSERT_EQ(ear.heard.size(), 2u) << "cut at " << cut;
    EXPECT_EQ(ear.heard[0].second.size(), 200u);
    EXPECT_EQ(ear.heard[1].second, "{}");
  }
}

TEST(LoadFrames, WhatNoServerSendsIsNoticed) {
  for (const std::string& wrong : {std::string("\x01\x00", 2),                                      // a fragment
                                   std::string("\xC1\x00", 2),                                      // a reserved bit
                                   std::string("\x83\x00", 2),                                      // an unknown opcode
                                   std::string("\x81\x80\x00\x00\x00\x00", 6),                      // a mask
                                   std::string("\x81\x7F\x00\x00\x00\x00\x7F\x00\x00\x00", 10)}) {  // 2 GiB
    Ear ear;
    EXPECT_FALSE(ear.feed(wrong));
    EXPECT_TRUE(ear.heard.empty());
  }
}

TEST(LoadFrames, ReadingStopsWhenTold) {
  FrameParser parser;
  int taken = 0;
  const std::string two = from_server(Opcode::text, "one") + from_server(Opcode::text, "two");
  EXPECT_TRUE(parser.feed(two, [&taken](Opcode, std::string_view) {
    ++taken;
    return false;
  }));
  EXPECT_EQ(taken, 1);
}

TEST(LoadFrames, OwnFramesAreMaskedAndWhole) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{5}, std::size_t{125}, std::size_t{126}, std::size_t{300}, std::size_t{70'000}}) {
    const std::string payload(size, 'v');
    std::string bytes;
    append_frame(bytes, Opcode::text, payload, 0x78563412);
    EXPECT_EQ(static_cast<std::uint8_t>(bytes[0]), 0x81);
    ASSERT_NE(static_cast<std::uint8_t>(bytes[1]) & 0x80, 0) << "not masked";
    const std::size_t more = size < 126 ? 0 : size < 65'536 ? 2 : 8;
    ASSERT_EQ(bytes.size(), 2 + more + 4 + size);
    const std::string_view key = std::string_view(bytes).substr(2 + more, 4);
    EXPECT_EQ(key, "\x12\x34\x56\x78");
    std::string plain;
    for (std::size_t i = 0; i < size; ++i) plain += static_cast<char>(bytes[2 + more + 4 + i] ^ key[i % 4]);
    EXPECT_EQ(plain, payload);
  }
}

}  // namespace
}  // namespace durf::load
