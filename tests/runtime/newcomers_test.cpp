// SPDX-License-Identifier: MIT
// Who counts as new to a session, and how typed codes are rationed, through gateway, directory and core.
#include "runtime/small_server_fixture.hpp"

namespace durf::runtime {
namespace {

using Kind = testing::Heard::Kind;
using protocol::CloseCode;

/// The page of a phone behind an address that may bring newcomers, or may not any more.
class CountingPage final : public Page {
 public:
  explicit CountingPage(bool may) : may_(may) {}
  bool may_bring_newcomer() override {
    ++asked;
    return may_;
  }
  void let_in(bool is_newcomer) override { was_newcomer = is_newcomer; }

  // On the shard.
  int asked = 0;
  bool was_newcomer = false;

 private:
  bool may_;
};

class NewcomersST1 : public SmallServerTest {
 protected:
  struct Came {
    std::shared_ptr<CountingPage> page;
    SmallServer::Seat seat;
  };
  Came come(const protocol::ClientMessage& hello, bool may) {
    auto page = std::make_shared<CountingPage>(may);
    return {page, server.connect(0, hello, page)};
  }
  bool was_newcomer(const Came& came) {
    came.page->wait_for(Kind::welcome);
    return server.on(came.seat, [&] { return came.page->was_newcomer; });  // said in the turn of the welcome
  }
};

TEST_F(NewcomersST1, ATokenIsNewUntilTheSessionRemembersIt) {
  create();
  const auto hello = phone();
  const Came first = come(hello, true);
  EXPECT_TRUE(was_newcomer(first));
  // The same phone again, while its session remembers it: it may come although its address brought too many.
  const Came again = come(hello, false);
  EXPECT_FALSE(was_newcomer(again));
  EXPECT_EQ(come(phone(), false).page->wait_for_close(), CloseCode::too_much);
}

TEST_F(NewcomersST1, DesksAndStrangersAreNotAsked) {
  create();
  const Came desk = come(facilitator(), false);
  desk.page->wait_for(Kind::welcome);
  EXPECT_EQ(server.on(desk.seat, [&] { return desk.page->asked; }), 0);
  auto wrong = phone();
  wrong.join = base::random_id<domain::JoinKey>(server.entropy);
  const Came stranger = come(wrong, false);
  EXPECT_EQ(stranger.page->wait_for_close(), CloseCode::unknown_session);
  EXPECT_EQ(server.on(stranger.seat, [&] { return stranger.page->asked; }), 0);
}

class TypedCodesC28 : public SmallServerTest {};

TEST_F(TypedCodesC28, OnceTooManyWereWrongARightOneWaitsAsWellAndTheQrDoesNot) {
  const std::string right = create().join_code;
  auto hello = phone();
  hello.join = std::string(right == "000000" ? "000001" : "000000");
  int wrong = 0;
  // One session is open: 10,000 in ten minutes, half of them at once.
  for (; wrong < 6'000; ++wrong) {
    const auto seat = server.connect(0, hello);
    const CloseCode code = seat.page->wait_for_close();
    server.leave(seat);
    if (code == CloseCode::code_budget) break;
    ASSERT_EQ(code, CloseCode::unknown_session);
  }
  EXPECT_GE(wrong, 5'000);
  EXPECT_LT(wrong, 5'200) << "some flow in meanwhile";
  hello.join = right;
  EXPECT_EQ(server.connect(1, hello).page->wait_for_close(), CloseCode::code_budget);
  server.connect(1, phone()).page->wait_for(Kind::welcome);
}

}  // namespace
}  // namespace durf::runtime
