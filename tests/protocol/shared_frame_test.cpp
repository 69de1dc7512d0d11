// SPDX-License-Identifier: MIT
// The three forms of a frame's header, at their borders, byte by byte.
#include "durf/protocol/shared_frame.hpp"

#include <gtest/gtest.h>

#include "durf/base/assert.hpp"

namespace durf::protocol {
namespace {

using namespace std::string_literals;

struct Case {
  std::size_t payload_bytes;
  std::string header;
};

TEST(SharedFrame, LengthsHaveThreeForms) {
  const Case cases[] = {
      {0, "\x81\x00"s},
      {1, "\x81\x01"s},
      {125, "\x81\x7d"s},
      {126, "\x81\x7e\x00\x7e"s},
      {256, "\x81\x7e\x01\x00"s},
      {65'535, "\x81\x7e\xff\xff"s},
      {65'536, "\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00"s},
      {100'000, "\x81\x7f\x00\x00\x00\x00\x00\x01\x86\xa0"s},
  };
  for (const auto& [bytes, header] : cases) {
    const std::string payload(bytes, 'x');
    const SharedFrame frame = make_frame(Opcode::text, payload);
    EXPECT_EQ(frame->substr(0, header.size()), header) << bytes;
    EXPECT_EQ(frame->size(), header.size() + bytes) << bytes;
    EXPECT_TRUE(payload_of(*frame) == payload) << bytes;
  }
}

TEST(SharedFrame, BinaryIsSaidInTheFirstByte) { EXPECT_EQ(make_frame(Opcode::binary, "z")->front(), '\x82'); }

TEST(SharedFrame, PayloadOfWhatIsNoFrameIsABug) {
  EXPECT_THROW(payload_of(""), base::Bug);
  EXPECT_THROW(payload_of("\x81"), base::Bug);
  EXPECT_THROW(payload_of("\x81\x7e\x01"), base::Bug);
}

}  // namespace
}  // namespace durf::protocol
