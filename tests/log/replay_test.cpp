// SPDX-License-Identifier: MIT
// A log leads to its state: from the first event, from a snapshot, and from the golden log of every format
// that was ever released (tests/log/golden, one record per line as hex).
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "durf/log/record_codec.hpp"
#include "sample_log.hpp"

namespace durf::test {
namespace {

std::vector<std::string> sample_payloads() {
  std::vector<std::string> payloads;
  for (const domain::Events& events : sample_log()) payloads.push_back(log::encode_events(events));
  return payloads;
}

std::string from_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes.push_back(static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16)));
  return bytes;
}

std::vector<std::string> golden(const std::string& name) {
  std::ifstream file(std::string(DURF_TESTS_DIR) + "/log/golden/" + name);
  std::vector<std::string> records;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') records.push_back(from_hex(line));
  return records;
}

TEST(ReplayLC4, TheLogLeadsToItsState) { EXPECT_EQ(log::replay(sample_payloads()), sample_state()); }

TEST(ReplayLC4, ASnapshotAnywhereStandsForWhatWasBefore) {
  const auto payloads = sample_payloads();
  for (std::size_t at = 1; at <= payloads.size(); ++at) {
    const std::vector<std::string> before(payloads.begin(),
                                          payloads.begin() + static_cast<std::ptrdiff_t>(at));
    std::vector<std::string> shortened = {log::encode_snapshot(*log::replay(before))};
    shortened.insert(shortened.end(), payloads.begin() + static_cast<std::ptrdiff_t>(at), payloads.end());
    EXPECT_EQ(log::replay(shortened), sample_state()) << at;
  }
}

TEST(ReplayLC4, ALogThatDoesNotFitTogetherIsRefused) {
  EXPECT_FALSE(log::replay({}));
  auto payloads = sample_payloads();
  payloads.erase(payloads.begin());
  EXPECT_FALSE(log::replay(payloads)) << "without its beginning";
  payloads = sample_payloads();
  payloads.erase(payloads.begin() + 2);
  EXPECT_FALSE(log::replay(payloads)) << "a round releases questions that were never asked";
  payloads = sample_payloads();
  payloads[4] = "nonsense";
  EXPECT_FALSE(log::replay(payloads));
}

std::string hex_of(const std::string& bytes) {
  constexpr const char* digits = "0123456789abcdef";
  std::string hex;
  for (const char byte : bytes) {
    hex += digits[static_cast<std::uint8_t>(byte) >> 4];
    hex += digits[static_cast<std::uint8_t>(byte) & 15];
  }
  return hex;
}

TEST(GoldenLogLC5, Format1StaysReadable) {
  auto records = golden("format-1.hex");
  ASSERT_EQ(records.size(), sample_log_of_format_1().size() + 2);
  EXPECT_EQ(log::decode_record(records.back()), log::Record(domain::Events{domain::RehearsalEnded{}}));
  records.pop_back();
  const auto snapshot = log::decode_record(records.back());
  ASSERT_TRUE(snapshot);
  domain::State state = sample_state_of_format_1();
  state.shown_tally = {};  // was not counted then: the next round that passes brings it up to date
  EXPECT_EQ(std::get<domain::State>(*snapshot), state);
  records.pop_back();
  EXPECT_EQ(log::replay(records), sample_state_of_format_1());
}

TEST(GoldenLogLC5, ALogOfFormat1GoesOnInTheNextOne) {
  auto records = golden("format-1.hex");
  records.resize(sample_log_of_format_1().size());
  const auto payloads = sample_payloads();
  records.insert(records.end(), payloads.begin() + static_cast<std::ptrdiff_t>(records.size()), payloads.end());
  EXPECT_EQ(log::replay(records), sample_state());
}

TEST(GoldenLogLC5, Format2StaysReadable) {
  auto records = golden("format-2.hex");
  ASSERT_EQ(records.size(), sample_log().size() + 2);
  EXPECT_EQ(log::decode_record(records.back()), log::Record(last_events()));
  records.pop_back();
  EXPECT_EQ(log::decode_record(records.back()), log::Record(sample_state()));
  records.pop_back();
  EXPECT_EQ(log::replay(records), sample_state());
}

TEST(GoldenLogLC5, Format2IsWhatThisProgramWrites) {
  ASSERT_EQ(log::record_format, 2u)
      << "a new format needs a golden log of its own; format-2.hex stays as it is";
  auto written = sample_payloads();
  written.push_back(log::encode_snapshot(sample_state()));
  written.push_back(log::encode_events(last_events()));
  const auto records = golden("format-2.hex");
  ASSERT_EQ(records.size(), written.size());
  for (std::size_t i = 0; i < records.size(); ++i)
    EXPECT_EQ(records[i], written[i]) << "record " << i << " is now " << hex_of(written[i]);
}

}  // namespace
}  // namespace durf::test
