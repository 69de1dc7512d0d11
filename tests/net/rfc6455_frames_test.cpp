// SPDX-License-Identifier: MIT
// RFC 6455, section 5: headers of frames. What is wrong in one is answered with 1002 before anything of it is used.
#include "net/limits.hpp"
#include "rfc6455.hpp"

namespace durf::net::testing {
namespace {

class Rfc6455FramesST9 : public Rfc6455 {};

// 5.2: extensions are not negotiated, so RSV1 to RSV3 must be 0.
TEST_F(Rfc6455FramesST9, ReservedBitsAreRefused) {
  for (const int rsv : {0x40, 0x20, 0x10, 0x50, 0x70}) {
    for (const auto opcode : {text, binary, ping, pong, close}) {
      std::string frame = masked(opcode, "");
      frame[0] = static_cast<char>(frame[0] | rsv);
      EXPECT_EQ(closed_after(frame), 1002) << rsv << " " << int{opcode};
    }
  }
}

// 5.2: 3 to 7 and B to F are reserved.
TEST_F(Rfc6455FramesST9, ReservedOpcodesAreRefused) {
  for (const int opcode : {0x3, 0x4, 0x5, 0x6, 0x7, 0xB, 0xC, 0xD, 0xE, 0xF})
    for (const char* payload : {"", "x"})
      EXPECT_EQ(closed_after(masked(static_cast<unsigned char>(opcode), payload)), 1002) << opcode;
}

// 5.1: a server must close when a frame is not masked.
TEST_F(Rfc6455FramesST9, FramesWithoutAMaskAreRefused) {
  for (const unsigned char opcode : {text, binary, ping, pong, close}) {
    const std::string frame{static_cast<char>(0x80 | opcode), '\0'};
    EXPECT_EQ(closed_after(frame), 1002) << int{opcode};
  }
  EXPECT_EQ(closed_after("\x81\x05hello"), 1002);
}

// 5.3: any key, the one of zeros too, and another one in each frame.
TEST_F(Rfc6455FramesST9, EveryMaskIsTaken) {
  auto client = open();
  for (const std::string& key : {std::string(4, '\0'), std::string(4, '\xFF'), std::string("\x01\x00\x80\x7F", 4)}) {
    std::string frame = std::string("\x81\x86") + key;
    const std::string payload = "vraag?";
    for (std::size_t i = 0; i < payload.size(); ++i) frame += static_cast<char>(payload[i] ^ key[i % 4]);
    client->send(frame);
    EXPECT_EQ(client->read_frame(), (Frame{text, true, payload}));
  }
}

// 5.2: a length must stand in the fewest bytes that hold it.
TEST_F(Rfc6455FramesST9, LengthsWrittenTooLongAreRefused) {
  using namespace std::string_literals;
  EXPECT_EQ(closed_after(raw_frame(0x82, "\xFE\x00\x05"s, "hello")), 1002);
  EXPECT_EQ(closed_after(raw_frame(0x82, "\xFE\x00\x7D"s, std::string(125, 'x'))), 1002);
  EXPECT_EQ(closed_after(raw_frame(0x82, "\xFF\0\0\0\0\0\0\0\x05"s, "hello")), 1002);
  EXPECT_EQ(closed_after(raw_frame(0x82, "\xFF\0\0\0\0\0\0\xFF\xFF"s, "")), 1002);
}

// 5.2: the highest bit of a length of 64 bits must be 0; 7.4.1: 1009 for what is too big. Nothing is kept for it.
TEST_F(Rfc6455FramesST9, LengthsBeyondTheLimitAreRefusedByTheirHeader) {
  using namespace std::string_literals;
  EXPECT_EQ(closed_after(raw_frame(0x82, "\xFF\0\0\0\0\0\x01\0\x01"s, "")), 1009);
  EXPECT_EQ(closed_after(raw_frame(0x82, "\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "")), 1009);
  EXPECT_EQ(closed_after(raw_frame(0x82, "\xFF\x80\0\0\0\0\0\0\0"s, "")), 1009);
  EXPECT_EQ(closed_after(raw_frame(0x82, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"s, "")), 1009);
}

// 5.2: each way to write a length, at its ends.
TEST_F(Rfc6455FramesST9, EveryLengthUpToTheLimitIsSaidBack) {
  for (const std::size_t size : {0u, 1u, 125u, 126u, 127u, 255u, 256u, 1'535u, 1'536u, 4'096u, 65'535u, 65'536u}) {
    for (const unsigned char opcode : {text, binary}) {
      auto client = open();
      client->send(masked(opcode, std::string(size, 'v')));
      const auto frame = client->read_frame();
      ASSERT_TRUE(frame);
      EXPECT_EQ(frame->payload.size(), size);
      EXPECT_EQ(frame->opcode, opcode);
    }
  }
  EXPECT_EQ(closed_after(masked(binary, std::string(limits::echo_bytes_max + 1, 'v'))), 1009);
}

// 5.5: control frames have at most 125 bytes and are whole.
TEST_F(Rfc6455FramesST9, LongOrFragmentedControlFramesAreRefused) {
  for (const unsigned char opcode : {ping, pong, close}) {
    EXPECT_EQ(closed_after(masked(opcode, std::string(126, 'x'))), 1002) << int{opcode};
    EXPECT_EQ(closed_after(masked(opcode, "", false)), 1002) << int{opcode};
  }
}

// 5.5.2: a pong has what the ping had; 5.5.3: a pong that nobody asked for is not answered.
TEST_F(Rfc6455FramesST9, PingsAreAnsweredAndPongsAreNot) {
  std::string bytes;
  std::vector<Frame> pongs;
  for (const std::string& payload : {std::string(), std::string("now"), std::string("\0\xFF\xC3", 3), std::string(125, 'p')}) {
    bytes += masked(pong, "nobody asked") + masked(ping, payload);
    pongs.push_back({pong, true, payload});
  }
  EXPECT_EQ(said_after(bytes), pongs);
}

// 5.4: fragments of a message, empty ones too, with control frames between them.
TEST_F(Rfc6455FramesST9, FragmentsBecomeOneMessage) {
  for (const unsigned char opcode : {text, binary}) {
    const std::vector<Frame> whole{{pong, true, "between"}, {opcode, true, "een vraag"}};
    EXPECT_EQ(said_after(masked(opcode, "een ", false) + masked(ping, "between") + masked(continuation, "vraag")), whole);
    EXPECT_EQ(said_after(masked(opcode, "", false) + masked(continuation, "een", false) + masked(ping, "between") +
                         masked(continuation, "", false) + masked(continuation, " vraag", false) +
                         masked(continuation, "")),
              whole);
  }
}

// 5.4, and 10.6: a thousand empty fragments are nothing; the whole may not be larger than a message.
TEST_F(Rfc6455FramesST9, ManyFragmentsAreBoundedByTheirSum) {
  std::string empty = masked(text, "", false);
  for (int i = 0; i < 1'000; ++i) empty += masked(continuation, "", false);
  EXPECT_EQ(said_after(empty + masked(continuation, "x")), (std::vector<Frame>{{text, true, "x"}}));
  std::string many = masked(binary, std::string(1'024, 'x'), false);
  for (int i = 0; i < 63; ++i) many += masked(continuation, std::string(1'024, 'x'), false);
  EXPECT_EQ(said_after(many + masked(continuation, "")).front().payload.size(), limits::echo_bytes_max);
  EXPECT_EQ(closed_after(many + masked(continuation, "x")), 1009);
}

// 5.4: a continuation continues something, and nothing else begins meanwhile.
TEST_F(Rfc6455FramesST9, FragmentsOutOfOrderAreRefused) {
  EXPECT_EQ(closed_after(masked(continuation, "x")), 1002);
  EXPECT_EQ(closed_after(masked(continuation, "x", false)), 1002);
  EXPECT_EQ(closed_after(masked(text, "a", false) + masked(text, "b")), 1002);
  EXPECT_EQ(closed_after(masked(text, "a", false) + masked(binary, "b", false)), 1002);
}

// 5.2: TCP knows no frames. Byte by byte it is the same.
TEST_F(Rfc6455FramesST9, FramesMayComeByteByByte) {
  auto client = open();
  const std::string bytes = masked(text, "caf\xC3", false) + masked(ping, "p") + masked(continuation, "\xA9");
  for (const char byte : bytes) client->send({&byte, 1});
  EXPECT_EQ(client->read_frame(), (Frame{pong, true, "p"}));
  EXPECT_EQ(client->read_frame(), (Frame{text, true, "caf\xC3\xA9"}));
}

// 5.5.2: a burst of pings; each has its pong as long as somebody reads them.
TEST_F(Rfc6455FramesST9, ABurstOfPingsIsAnsweredOneByOne) {
  std::string bytes;
  std::vector<Frame> pongs;
  for (int i = 0; i < 10; ++i) {
    bytes += masked(ping, "payload-" + std::to_string(i));
    pongs.push_back({pong, true, "payload-" + std::to_string(i)});
  }
  EXPECT_EQ(said_after(bytes), pongs);
}

}  // namespace
}  // namespace durf::net::testing
