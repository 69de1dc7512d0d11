// SPDX-License-Identifier: MIT
// What the decoder refuses beyond the golden files: bytes that are no text, sizes, and whatever two readers
// could read differently. Each refusal stands beside the nearest message that is taken, so that it is refused
// for the reason given.
#include "durf/protocol/decode.hpp"

#include <gtest/gtest.h>

#include "durf/protocol/limits.hpp"
#include "protocol/samples.hpp"
#include "protocol/strict_json.hpp"

namespace durf::protocol {
namespace {

using namespace std::string_literals;

bool taken(const std::string& text) { return decode_message(text).has_value(); }

std::string submit(const std::string& text) {
  return R"({"t":"command","id":")" + samples::command.text() +
         R"(","type":"submit_question","body":{"question":")" + samples::question.text() +
         R"(","topic":"","text":{"lang":"nl","text":")" + text + R"("},"secret":")" + samples::secret.text() +
         R"("}})";
}

std::string text_in(const std::string& message) {
  const auto decoded = decode_message(message);
  if (!decoded) return "refused";
  return std::get<domain::SubmitQuestion>(std::get<CommandMessage>(*decoded).command).text.text;
}

std::string pairing(const std::string& code) {
  return R"({"t":"command","id":")" + samples::command.text() +
         R"(","type":"confirm_pairing","body":{"code":")" + code + R"(","link":")" + samples::link.text() +
         R"(","role":"stage","label":"","secret":")" + samples::secret.text() + R"("}})";
}

TEST(Decode, BytesThatAreNoUtf8AreRefused) {
  EXPECT_TRUE(taken(submit("caf\xc3\xa9")));
  EXPECT_FALSE(taken(submit("caf\xe9")));           // Latin-1
  EXPECT_FALSE(taken(submit("\xc0\xaf")));          // longer than it needs to be
  EXPECT_FALSE(taken(submit("\xed\xa0\x80")));      // half of a pair, in bytes
  EXPECT_FALSE(taken(submit("\xf4\x90\x80\x80")));  // beyond Unicode
  EXPECT_FALSE(taken(submit("\xf0\x9f\x99")));      // cut off
}

TEST(Decode, EscapesAreReadAsWhatTheyStandFor) {
  EXPECT_EQ(text_in(submit(R"(\u00e9\n\"\\\/\ud83d\ude42)")), "é\n\"\\/🙂");
  EXPECT_EQ(text_in(submit(R"(\ud83d)")), "refused");
  EXPECT_EQ(text_in(submit(R"(\ude42\ud83d)")), "refused");
  EXPECT_EQ(text_in(submit(R"(\x41)")), "refused");
  EXPECT_EQ(text_in(submit("a\nb")), "refused");  // a line feed must be escaped
}

TEST(Decode, ZeroBytesAndByteOrderMarksAreRefused) {
  EXPECT_TRUE(taken(R"({"t":"ping"})"));
  EXPECT_FALSE(taken("{\"t\":\"ping\"}\0"s));
  EXPECT_FALSE(taken("{\"t\":\"ping\"}\0{\"t\":\"ping\"}"s));
  EXPECT_FALSE(taken("\xef\xbb\xbf{\"t\":\"ping\"}"));
  // Escaped, a zero is a character like others here; that it is none for people is the domain's to say.
  EXPECT_EQ(text_in(submit(R"(\u0000)")), "\0"s);
}

TEST(Decode, WhatStandsBehindTheEndIsRefused) {
  EXPECT_TRUE(taken("{\"t\":\"ping\"} \r\n\t"));
  EXPECT_FALSE(taken(R"({"t":"ping"}x)"));
  EXPECT_FALSE(taken(R"({"t":"ping"},)"));
  EXPECT_FALSE(taken(R"({"t":"ping"}})"));
}

TEST(DecodeTL8, WhatIsPaddedSaysTheSame) {
  std::string padded = submit("caf\xc3\xa9");
  padded.resize(1'536, ' ');
  EXPECT_EQ(text_in(padded), "caf\xc3\xa9");
}

TEST(Decode, LongStringsAreRefused) {
  EXPECT_TRUE(taken(submit(std::string(limits::string_bytes_max, 'a'))));
  EXPECT_FALSE(taken(submit(std::string(limits::string_bytes_max + 1, 'a'))));
  EXPECT_TRUE(taken(pairing(std::string(limits::pairing_code_bytes_max, '?'))));
  EXPECT_FALSE(taken(pairing(std::string(limits::pairing_code_bytes_max + 1, '?'))));
}

TEST(Decode, LongMessagesAreRefused) {
  const std::string ping = R"({"t":"ping"})";
  EXPECT_TRUE(taken(ping + std::string(limits::message_bytes_max - ping.size(), ' ')));
  EXPECT_FALSE(taken(ping + std::string(limits::message_bytes_max - ping.size() + 1, ' ')));
}

TEST(Decode, MembersStandInAnyOrder) { EXPECT_TRUE(taken(R"({"role":"pairing","protocol":1,"t":"hello"})")); }

TEST(Decode, AMemberIsTheSameTwiceHoweverItIsWritten) {
  EXPECT_TRUE(parse_strictly(R"({"t":"ping","T":"ping"})", limits::message_bytes_max));
  EXPECT_FALSE(parse_strictly(R"({"t":"ping","t":"ping"})", limits::message_bytes_max));
  EXPECT_FALSE(parse_strictly(R"({"t":{"a":1,"\u0061":1}})", limits::message_bytes_max));
  EXPECT_FALSE(taken(R"({"t":"ping","t":"ping"})"));
  EXPECT_FALSE(taken(R"({"t":"ping","\u0074":"ping"})"));
}

TEST(Decode, TheLongestTextsOfDesksFitHoweverTheyAreEscaped) {
  const auto command = [](std::string_view type, const std::string& body) {
    return R"({"t":"command","id":")" + samples::command.text() + R"(","type":")" + std::string(type) +
           R"(","body":{)" + body + "}}";
  };
  const auto escaped = [](std::size_t characters) {
    std::string text;
    for (std::size_t at = 0; at < characters; ++at) text += R"(\n)";
    return text;
  };
  using namespace domain::limits;
  EXPECT_TRUE(taken(command("set_word_list", R"("words":")" + escaped(word_list_bytes_max + 1) + R"(")")));
  const std::string half = escaped(answer_text_bytes_max);
  EXPECT_TRUE(taken(command("write_answer", R"("question":")" + samples::question.text() +
                                                R"(","text":{"lang":"nl","text":")" + half +
                                                R"("},"promise":")" + half + R"(","role":")" +
                                                escaped(answer_role_bytes_max) + R"(","day":"2026-11-21")")));
}

TEST(Decode, NumbersBeyondWhatTheDomainCountsStayOutOfRange) {
  const auto decoded =
      decode_message(R"({"t":"command","id":")" + samples::command.text() +
                     R"(","type":"redact_question","body":{"question":")" + samples::question.text() +
                     R"(","from":4294967296,"count":9007199254740991,"of":4294967295}})");
  ASSERT_TRUE(decoded);
  const auto& redact = std::get<domain::RedactQuestion>(std::get<CommandMessage>(*decoded).command);
  EXPECT_EQ(redact.from, 4'294'967'295u);
  EXPECT_EQ(redact.count, 4'294'967'295u);
  EXPECT_EQ(redact.of, 4'294'967'295u);
}

TEST(Decode, OnlyWholeNumbersWithoutASignAreNumbers) {
  const auto timer = [](const std::string& number) {
    return R"({"t":"command","id":")" + samples::command.text() +
           R"(","type":"start_timer","body":{"duration_ms":)" + number + "}}";
  };
  EXPECT_TRUE(taken(timer("0")));
  EXPECT_TRUE(taken(timer("9007199254740991")));
  for (const char* number : {"9007199254740992",
                             "18446744073709551615",
                             "18446744073709551616",
                             "1e400",
                             "1E2",
                             "1.0",
                             "-0",
                             "-1",
                             "+1",
                             "01",
                             ".5",
                             "0x10",
                             "NaN",
                             "Infinity",
                             "true",
                             "null",
                             "\"5\"",
                             "[5]",
                             "{}",
                             ""})
    EXPECT_FALSE(taken(timer(number))) << number;
}

TEST(Decode, AHelloOfAnotherVersionIsKnownWhateverItSays) {
  const auto hello = [](const std::string& rest) {
    return decode_message(R"({"t":"hello","protocol":)" + rest);
  };
  EXPECT_TRUE(hello(R"(2,"role":"participant","something":["new"]})") ==
              ClientMessage(HelloOfOtherVersion{}));
  EXPECT_TRUE(hello(R"(2})") == ClientMessage(HelloOfOtherVersion{}));
  EXPECT_TRUE(hello(R"(1,"role":"pairing"})") == ClientMessage(HelloPairing{}));
  EXPECT_FALSE(hello(R"(0,"role":"pairing"})"));
  EXPECT_FALSE(hello(R"("1","role":"pairing"})"));
}

TEST(Decode, DeepNestingEndsEarly) {
  std::string deep = R"({"t":)";
  for (std::size_t level = 0; level < limits::message_bytes_max / 2; ++level) deep += '[';
  EXPECT_FALSE(taken(deep));
  static_assert(limits::nesting_max == 4);
  EXPECT_TRUE(parse_strictly(R"({"a":{"b":{"c":{}}}})", limits::message_bytes_max));
  EXPECT_FALSE(parse_strictly(R"({"a":{"b":{"c":{"d":{}}}}})", limits::message_bytes_max));
  EXPECT_FALSE(parse_strictly(R"({"a":{"b":{"c":[[]]}}})", limits::message_bytes_max));
}

TEST(Decode, ManyMembersEndEarly) {
  std::string many = "{";
  for (int member = 0; member < 1'000; ++member) many += "\"" + std::to_string(member) + "\":0,";
  EXPECT_FALSE(taken(many + R"("t":"ping"})"));
}

std::string create(const std::string& topics, const std::string& expected, const std::string& password) {
  return R"({"session":")" + samples::session.text() + R"(","title":{"lang":"nl","text":"Durf"},"topics":[)" +
         topics + R"(],"round_ms":20000,"lobby":true,"rehearsal":false,"moderation":false,"expected":)" + expected +
         R"(,"join_key":")" + samples::join_key.text() + R"(","facilitator_secret":")" +
         samples::secret.text() + R"(","presenter_secret":")" + samples::other_secret.text() +
         R"(","password":")" + password + R"("})";
}

std::string topics(std::size_t count) {
  std::string list;
  for (std::size_t topic = 0; topic < count; ++topic) list += R"({"lang":"en","text":"x"},)";
  if (!list.empty()) list.pop_back();
  return list;
}

TEST(DecodeCreateSession, WhatIsNoSessionIsRefused) {
  EXPECT_TRUE(decode_create_session(create("", "25", "")));
  EXPECT_FALSE(decode_create_session(create(R"("Werkdruk")", "25", "")));
  EXPECT_FALSE(decode_create_session(create(R"({"lang":"en"})", "25", "")));
  EXPECT_FALSE(decode_create_session(create(R"({"lang":"en","text":"x","place":1})", "25", "")));
  EXPECT_FALSE(decode_create_session(create("", "-1", "")));
  EXPECT_FALSE(decode_create_session(R"({"t":"ping"})"));
  EXPECT_FALSE(decode_create_session("null"));
  EXPECT_FALSE(decode_create_session(""));
}

TEST(DecodeCreateSession, MoreTopicsThanAllowedReachTheDomainButNotAnyNumber) {
  const auto most = decode_create_session(create(topics(limits::topics_listed_max), "25", ""));
  ASSERT_TRUE(most.has_value());
  EXPECT_EQ(most->definition.topics.size(), limits::topics_listed_max);
  EXPECT_FALSE(decode_create_session(create(topics(limits::topics_listed_max + 1), "25", "")));
}

TEST(DecodeCreateSession, AnAbsurdSizeStaysOutOfRange) {
  const auto session = decode_create_session(create("", "9007199254740991", ""));
  ASSERT_TRUE(session.has_value());
  EXPECT_GT(session->definition.expected, domain::limits::expected_max);
}

TEST(DecodeCreateSession, LongPasswordsAreRefused) {
  EXPECT_TRUE(decode_create_session(create("", "25", std::string(limits::password_bytes_max, 'p'))));
  EXPECT_FALSE(decode_create_session(create("", "25", std::string(limits::password_bytes_max + 1, 'p'))));
}

}  // namespace
}  // namespace durf::protocol
