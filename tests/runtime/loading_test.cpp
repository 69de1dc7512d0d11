// SPDX-License-Identifier: MIT
// When a server says that its sessions were read: not while one of them is still under way, and also when one cannot be read.
#include <atomic>

#include "runtime/small_server_fixture.hpp"

namespace durf::runtime {
namespace {

class LoadingOP2 : public SmallServerTest {
 protected:
  /// Whatever was posted to the shard before has been done, and what follows from it there.
  void let_turn(Shard& shard) {
    for (int turns = 0; turns < 10; ++turns) {
      std::promise<void> turned;
      boost::asio::post(shard.loop(), [&] { turned.set_value(); });
      turned.get_future().get();
    }
  }

  std::atomic<bool> loaded_ = false;
};

TEST_F(LoadingOP2, WithoutSessionsAtOnce) {
  server.directory->when_loaded([this] { loaded_ = true; });
  let_turn(*server.shards[0]);
  EXPECT_TRUE(loaded_);
}

TEST_F(LoadingOP2, NotWhileASessionIsBeingRead) {
  create();  // on the first shard; the next one is on the second, which is held up
  session.definition.id = base::random_id<domain::SessionId>(server.entropy);
  session.definition.join_key = base::random_id<domain::JoinKey>(server.entropy);
  session.facilitator_secret = base::random_id<protocol::Secret>(server.entropy);
  session.presenter_secret = base::random_id<protocol::Secret>(server.entropy);
  std::promise<void> go_on;
  boost::asio::post(server.shards[1]->loop(), [going_on = go_on.get_future().share()] { going_on.wait(); });
  create();
  server.directory->when_loaded([this] { loaded_ = true; });
  let_turn(*server.shards[0]);
  EXPECT_FALSE(loaded_);
  go_on.set_value();
  for (const auto until = server.clock.now() + 20'000; !loaded_ && server.clock.now() < until;) std::this_thread::yield();
  EXPECT_TRUE(loaded_);
}

TEST_F(LoadingOP2, AlsoWhenOneCannotBeRead) {
  create();
  ASSERT_TRUE(server.keys.destroy({session.definition.id.text(), 1}));
  server.restart();
  server.directory->when_loaded([this] { loaded_ = true; });
  for (const auto until = server.clock.now() + 20'000; !loaded_ && server.clock.now() < until;) std::this_thread::yield();
  EXPECT_TRUE(loaded_);
}

}  // namespace
}  // namespace durf::runtime
