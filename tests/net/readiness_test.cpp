// SPDX-License-Identifier: MIT
// When the server says that it is ready, and what it says otherwise; asked over a real socket, under whatever name.
#include "durf/net/readiness.hpp"

#include <gtest/gtest.h>

#include "fixture.hpp"

namespace durf::net::testing {
namespace {

TEST(ReadinessOP2, TheReasonThatLastsLongestComesFirst) {
  Readiness readiness;
  EXPECT_EQ(readiness.why_not(), NotReady::starting);
  readiness.disk_has_room(false);
  EXPECT_EQ(readiness.why_not(), NotReady::starting);
  readiness.sessions_are_loaded();
  EXPECT_EQ(readiness.why_not(), NotReady::disk_full);
  readiness.disk_has_room(true);
  EXPECT_EQ(readiness.why_not(), std::nullopt);
  readiness.stops();
  readiness.disk_has_room(false);
  EXPECT_EQ(readiness.why_not(), NotReady::stopping);
}

class AskedForReadinessOP2 : public StationTest {
 protected:
  HttpAnswer ask(const std::string& path) {
    auto client = connect();
    client->send("GET " + path + " HTTP/1.1\r\nHost: balancer.example\r\n\r\n");
    return client->read_answer();
  }
};

TEST_F(AskedForReadinessOP2, IsToldWithItsCode) {
  run();
  const auto says = [this](NotReady why) {
    const HttpAnswer answer = ask("/readyz");
    EXPECT_EQ(answer.status, 503u);
    EXPECT_EQ(answer.header("Cache-Control"), "no-store");
    EXPECT_EQ(answer.body.substr(0, answer.body.find(':')), code_of(why));
    EXPECT_EQ(ask("/healthz").status, 200u) << "alive all the same";
  };
  says(NotReady::starting);
  site->readiness.sessions_are_loaded();
  EXPECT_EQ(ask("/readyz").status, 200u);
  EXPECT_EQ(ask("/readyz").body, "ready\n");
  site->readiness.disk_has_room(false);
  says(NotReady::disk_full);
  site->readiness.stops();
  says(NotReady::stopping);
}

}  // namespace
}  // namespace durf::net::testing
