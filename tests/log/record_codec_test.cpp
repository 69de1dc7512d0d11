// SPDX-License-Identifier: MIT
// Records come back as they were written, and nothing else is taken for a record: every event and a whole
// state go round, and damaged, foreign and newer bytes are refused without harm.
#include "durf/log/record_codec.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>

#include "log/cbor_writer.hpp"
#include "sample_log.hpp"

namespace durf::test {
namespace {

using json = nlohmann::ordered_json;  // the order of fields is part of the format

std::optional<domain::Events> events_in(const std::string& payload) {
  const auto record = log::decode_record(payload);
  if (!record || !std::holds_alternative<domain::Events>(*record)) return std::nullopt;
  return std::get<domain::Events>(*record);
}

std::string from_json(const json& record) {
  const auto bytes = json::to_cbor(record);
  return {bytes.begin(), bytes.end()};
}

json to_json(const std::string& payload) { return json::from_cbor(payload); }

TEST(RecordCodecLC1, EveryEventComesBackAsItWas) {
  std::set<std::size_t> seen;
  for (const domain::Events& events : sample_log()) {
    EXPECT_EQ(events_in(log::encode_events(events)), events);
    for (const domain::Event& event : events) seen.insert(event.index());
  }
  const domain::Events last = last_events();
  EXPECT_EQ(events_in(log::encode_events(last)), last);
  for (const domain::Event& event : last) seen.insert(event.index());
  EXPECT_EQ(seen.size(), std::variant_size_v<domain::Event>) << "the sample holds every event";
  EXPECT_EQ(events_in(log::encode_events({})), domain::Events{});
}

TEST(RecordCodecLC1, AWholeStateComesBackAsItWas) {
  const auto record = log::decode_record(log::encode_snapshot(sample_state()));
  ASSERT_TRUE(record && std::holds_alternative<domain::State>(*record));
  EXPECT_EQ(std::get<domain::State>(*record), sample_state());
}

TEST(RecordCodecLC1, NumbersOfEverySizeComeBack) {
  for (const std::uint64_t revision : {0ull, 23ull, 24ull, 255ull, 256ull, 65'535ull, 65'536ull,
                                       4'294'967'295ull, 4'294'967'296ull, 18'446'744'073'709'551'615ull}) {
    const domain::Events events = {domain::UpvoteChanged{{}, {}, revision, true}};
    EXPECT_EQ(events_in(log::encode_events(events)), events) << revision;
  }
  for (const std::int64_t length : {INT64_MIN, INT64_C(-1), INT64_C(0), INT64_MAX}) {
    const domain::Events events = {domain::TimerSet{length}};
    EXPECT_EQ(events_in(log::encode_events(events)), events) << length;
  }
}

TEST(RecordCodecLC1, DaysComeBackAsLongAsTheyAreDays) {
  for (const std::int32_t day : {INT32_MIN, -1, 0, INT32_MAX}) {
    const domain::Events events = {domain::SessionEnded{day}};
    EXPECT_EQ(events_in(log::encode_events(events)), events) << day;
  }
  json record = to_json(log::encode_events({domain::SessionEnded{1}}));
  record["e"][0]["d"] = std::int64_t{INT32_MAX} + 1;
  EXPECT_FALSE(log::decode_record(from_json(record)));
  record["e"][0]["d"] = std::int64_t{INT32_MIN} - 1;
  EXPECT_FALSE(log::decode_record(from_json(record)));
}

TEST(RecordCodecLC2, ARecordIsOrdinaryCbor) {
  const auto log = sample_log();
  for (std::size_t i = 1; i < log.size();
       ++i) {  // the first has links by their ids, and JSON knows no such keys
    const json record = to_json(log::encode_events(log[i]));
    EXPECT_EQ(record["f"], 2);
    EXPECT_EQ(record["e"].size(), log[i].size());
  }
  EXPECT_EQ(to_json(log::encode_events(sample_log()[6]))["e"][0]["e"], "upvote_changed");
  EXPECT_EQ(to_json(log::encode_snapshot({}))["s"]["p"], "lobby");
}

TEST(RecordCodecLC3, UnknownEventsFieldsAndNamesAreRefused) {
  const std::string good = log::encode_events({domain::PhaseChanged{domain::Phase::live}});
  ASSERT_TRUE(log::decode_record(good));
  const auto refused = [&](auto change) {
    json record = to_json(good);
    change(record);
    return !log::decode_record(from_json(record));
  };
  EXPECT_TRUE(refused([](json& record) { record["e"][0]["e"] = "phase_moved"; }));
  EXPECT_TRUE(refused([](json& record) { record["e"][0]["p"] = "paused"; }));
  EXPECT_TRUE(refused([](json& record) { record["e"][0]["q"] = 1; }));
  EXPECT_TRUE(refused([](json& record) { record["e"][0].erase("p"); }));
  EXPECT_TRUE(refused([](json& record) { record["e"][0]["p"] = 1; }));
  EXPECT_TRUE(refused([](json& record) { record["x"] = 1; }));
  EXPECT_TRUE(refused([](json& record) { record.erase("e"); }));
  EXPECT_FALSE(refused([](json& record) { record["e"].push_back(record["e"][0]); }))
      << "the changes do reach the decoder";
}

TEST(RecordCodecLC3, ANewerFormatIsRefused) {
  json record = to_json(log::encode_events(sample_log()[1]));
  ASSERT_TRUE(log::decode_record(from_json(record)));
  record["f"] = 3;
  EXPECT_FALSE(log::decode_record(from_json(record)));
  record["f"] = 0;
  EXPECT_FALSE(log::decode_record(from_json(record)));
}

TEST(RecordCodecLC3, FieldsOfALaterFormatStandInNoEarlierOne) {
  json later = to_json(log::encode_events({domain::RoundPassed{{id_of<domain::QuestionId>(1)}, {}, {}, {}}}));
  json earlier = later;
  for (const char* field : {"w", "r", "v"}) earlier["e"][0].erase(field);
  earlier["f"] = 1;
  EXPECT_EQ(log::decode_record(from_json(earlier)), log::decode_record(from_json(later)));
  earlier["f"] = 2;
  EXPECT_FALSE(log::decode_record(from_json(earlier))) << "a field too few";
  later["f"] = 1;
  EXPECT_FALSE(log::decode_record(from_json(later))) << "fields too many";
}

TEST(RecordCodecLC3, CollectionsThatAreNotSortedAreRefused) {
  // Order could tell what came first: a snapshot that has any other order than that of its ids is none of
  // ours.
  domain::State state;
  state.accepted = {id_of<domain::CommandId>(1), id_of<domain::CommandId>(2)};
  std::string bytes = log::encode_snapshot(state);
  const std::string one(16, '\1'), two(16, '\2');
  const auto at_one = bytes.find(one), at_two = bytes.find(two);
  ASSERT_TRUE(at_one != std::string::npos && at_two != std::string::npos);
  bytes.replace(at_one, 16, two);
  EXPECT_FALSE(log::decode_record(bytes)) << "twice the same";
  bytes.replace(at_two, 16, one);
  EXPECT_FALSE(log::decode_record(bytes)) << "turned around";
}

TEST(RecordCodecLC3, DamagedBytesDoNoHarm) {
  std::vector<std::string> records = {log::encode_snapshot(sample_state())};
  for (const domain::Events& events : sample_log()) records.push_back(log::encode_events(events));
  std::mt19937_64 random(3);
  std::size_t read = 0, refused = 0;
  const auto probe = [&](const std::string& bytes) {
    // Whatever is still taken for a record must be one: it can be written and read again.
    const auto record = log::decode_record(bytes);
    if (!record) return ++refused;
    const std::string again = std::holds_alternative<domain::State>(*record)
                                  ? log::encode_snapshot(std::get<domain::State>(*record))
                                  : log::encode_events(std::get<domain::Events>(*record));
    EXPECT_EQ(log::decode_record(again), record);
    return ++read;
  };
  for (const std::string& record : records) {
    for (std::size_t size = 0; size < record.size(); ++size) {
      EXPECT_FALSE(log::decode_record(record.substr(0, size)));
      std::string changed = record;
      for (const int value : {0x00, 0x1b, 0x5b, 0x7b, 0x9b, 0xbb, 0xff, static_cast<int>(random() % 256)}) {
        changed[size] = static_cast<char>(value);
        probe(changed);
      }
    }
    EXPECT_FALSE(log::decode_record(record + '\0'));
  }
  EXPECT_GT(read, 1'000u);
  EXPECT_GT(refused, 1'000u);
}

TEST(RecordCodecLC3, NestingAndHugeLengthsDoNoHarm) {
  EXPECT_FALSE(log::decode_record(std::string(1'000'000, '\x81')));
  EXPECT_FALSE(log::decode_record(std::string(1'000'000, '\xa1')));
  const std::string prefix("\xa2\x61\x66\x02\x61\x65", 6);
  ASSERT_TRUE(log::decode_record(prefix + '\x80'));
  for (const char* head : {"\x9b\xff\xff\xff\xff\xff\xff\xff\xff", "\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
                           "\xbb\xff\xff\xff\xff\xff\xff\xff\xff", "\x9a\xff\xff\xff\xff", "\x9f", "\xbf"})
    EXPECT_FALSE(log::decode_record(prefix + head));
}

}  // namespace
}  // namespace durf::test
