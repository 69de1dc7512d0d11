// SPDX-License-Identifier: MIT
// What the program's log says, and when: nothing at the moment at which somebody met a fault.
#include "app/gathered_log.hpp"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "app/json_lines.hpp"

namespace durf::app {
namespace {

class GatheredLogTest : public ::testing::Test {
 protected:
  GatheredLogTest() { logger.set_pattern("%l %v"); }
  std::string said() { return std::exchange(out_, std::ostringstream{}).str(); }

 private:
  std::ostringstream out_;

 protected:
  std::shared_ptr<GatheredLog> log =
      std::make_shared<GatheredLog>(std::make_shared<spdlog::sinks::ostream_sink_mt>(out_));
  spdlog::logger logger{"durf", log};
};

class GatheredLogOP7 : public GatheredLogTest {};
class JsonLinesOP8 : public GatheredLogTest {};

TEST_F(GatheredLogOP7, BeforeAnybodyIsServedLinesGoOutAtOnce) {
  logger.error("a key could not be read");
  EXPECT_EQ(said(), "error a key could not be read\n");
}

TEST_F(GatheredLogOP7, FaultsWaitForTheMinuteAndEqualOnesAreOneLine) {
  log->hold();
  logger.warn("b");
  logger.error("z");
  for (int times = 0; times < 3; ++times) logger.error("a");
  EXPECT_EQ(said(), "");
  log->report();
  EXPECT_EQ(said(), "warning b\nerror a (3 times)\nerror z\n") << "not in the order in which they came";
  log->report();
  EXPECT_EQ(said(), "");
}

TEST_F(GatheredLogOP7, WhatTheServerDoesByItselfAndWhatEndsItGoOutAtOnce) {
  log->hold();
  logger.info("stopping");
  logger.critical("the disk failed");
  EXPECT_EQ(said(), "info stopping\ncritical the disk failed\n");
}

TEST_F(GatheredLogOP7, AFloodIsBounded) {
  log->hold();
  for (std::size_t line = 0; line < gathered_lines_max + 5; ++line) logger.error("fault {:03}", line);
  logger.error("fault 000");
  log->report();
  const std::string text = said();
  EXPECT_NE(text.find("error fault 000 (2 times)\n"), std::string::npos);
  EXPECT_EQ(text.find("fault 064"), std::string::npos);
  EXPECT_TRUE(text.ends_with("error and 5 other faults\n")) << text;
}

TEST_F(GatheredLogOP7, AtTheEndNothingIsKeptBack) {
  log->hold();
  logger.error("first");
  log->let_go();
  logger.error("second");
  EXPECT_EQ(said(), "error first\nerror second\n");
}

TEST_F(JsonLinesOP8, EveryLineIsOneObject) {
  logger.set_formatter(std::make_unique<JsonLines>());
  logger.info("4 \"sessions\"\nin \\ the data directory \xFF");
  const std::string line = said();
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  const auto object = nlohmann::json::parse(line);
  EXPECT_EQ(object.size(), 3u);
  EXPECT_EQ(object["level"], "info");
  EXPECT_EQ(object["text"], "4 \"sessions\"\nin \\ the data directory \xEF\xBF\xBD");
  const std::string time = object["time"];
  EXPECT_EQ(time.size(), 20u);
  EXPECT_EQ(time.substr(0, 2) + time.substr(10, 1) + time.substr(19), "20TZ");
}

}  // namespace
}  // namespace durf::app
