// SPDX-License-Identifier: MIT
// A page that comes back with whatever cursor, at whatever moment of a session: with what it had, and what it is sent, it holds what
// the audience was shown. The input is a list of deeds; two bytes each are a cursor's frame and age.
#include <gtest/gtest.h>

#include <algorithm>
#include <exception>
#include <map>
#include <string>

#include "fuzz/target.hpp"
#include "session/room.hpp"

using durf::fuzz::must;
using namespace durf;
using namespace durf::session::testing;

namespace {

/// What a page of each kind held after each frame of this epoch, as somebody who never left has heard it.
class Witness {
 public:
  void hear_all(const session::Actions& actions) {
    for (const auto& action : actions) {
      if (const auto* push = std::get_if<session::Push>(&action); push && push->audience == domain::Audience::presenter)
        take(durf::testing::hear(push->frame));
      if (const auto* send = std::get_if<session::Send>(&action); send && send->connection.serial == screen)
        for (const auto& frame : send->frames) take(durf::testing::hear(frame));
    }
  }
  const std::map<std::uint64_t, durf::testing::Entities>& pictures() const { return pictures_; }
  std::uint64_t last() const { return pictures_.empty() ? 0 : pictures_.rbegin()->first; }
  void forget() { pictures_.clear(); }

 private:
  void take(const durf::testing::Heard& heard) {
    using Kind = durf::testing::Heard::Kind;
    if (heard.kind != Kind::frame && heard.kind != Kind::snapshot) return;
    durf::testing::Entities picture = pictures_.empty() ? durf::testing::Entities() : pictures_.rbegin()->second;
    durf::testing::take_in(picture, heard);
    pictures_[heard.number] = std::move(picture);
  }
  std::map<std::uint64_t, durf::testing::Entities> pictures_;
};

class Play {
 public:
  explicit Play(std::string_view bytes) : choices_(bytes) {
    room_.join(desk, facilitator());
    room_.join(screen, presenter());
    witness_.hear_all(room_.actions);
  }

  void run() {
    for (int deeds = 0; !choices_.empty() && deeds < 80; ++deeds) {
      deed(choices_.byte());
      hear_what_follows();
    }
  }

 private:
  void hear_what_follows() {
    witness_.hear_all(room_.actions);
    while (room_.pending) {
      room_.durable();
      witness_.hear_all(room_.actions);
    }
  }

  /// Somebody who is there.
  Number person() { return people_ == 0 ? 0 : choices_.byte() % people_ + 1; }

  void deed(std::uint8_t kind) {
    switch (kind % 8) {
      case 0:
        room_.command(desk, ++commands_, domain::SetScreen{.blank = (kind & 16) != 0, .join_panel = (kind & 32) != 0});
        break;
      case 1:
        if (people_ < 40) room_.join(++people_);
        break;
      case 2:
        if (const Number author = person(); author > 0) {
          ++questions_;
          room_.command(author, ++commands_, submit(questions_, author));
        }
        break;
      case 3:
        if (const Number voter = person(); voter > 0) {
          ++commands_;
          room_.command(voter, commands_, upvote(choices_.byte() % 40 + 1, voter, commands_));
        }
        break;
      case 4:
        room_.pass(1'000 * (1 + kind / 8));
        room_.wake_up();
        break;
      case 5:
        come_back(screen + 1 + kind % 3);
        break;
      case 6:
        room_.command(desk, ++commands_, domain::HighlightQuestion{question(choices_.byte() % 40 + 1)});
        break;
      case 7:
        if (kind < 224) break;  // seldom
        room_.rebuild();
        witness_.forget();
        people_ = 0;
        room_.wake_up();
        hear_what_follows();
        room_.join(desk, facilitator());
        room_.join(screen, presenter());
        break;
    }
  }

  void come_back(Number connection) {
    std::uint64_t frame = choices_.byte();
    const std::uint8_t age = choices_.byte();
    if (age % 4 == 1) frame = witness_.last() - std::min<std::uint64_t>(frame, witness_.last());
    if (age % 4 == 2) frame += std::uint64_t{1} << (age / 4);
    protocol::Cursor cursor = room_.after(frame);
    const bool foreign = age % 4 == 3;
    if (foreign) cursor.epoch.bytes[0] ^= 0xFF;
    const auto had = witness_.pictures().find(frame);
    durf::testing::Entities picture =
        had != witness_.pictures().end() && !foreign ? had->second : durf::testing::Entities();

    room_.join(connection, presenter(), cursor);
    for (const auto& action : room_.actions) {
      const auto* send = std::get_if<session::Send>(&action);
      if (send == nullptr || send->connection.serial != connection) continue;
      std::uint64_t at = frame;
      for (const auto& bytes : send->frames) {
        const auto heard = durf::testing::hear(bytes);
        using Kind = durf::testing::Heard::Kind;
        if (heard.kind == Kind::frame) must(heard.number == ++at, "missed frames come densely");
        if (heard.kind == Kind::snapshot) at = heard.number;
        if (heard.kind == Kind::frame || heard.kind == Kind::snapshot) durf::testing::take_in(picture, heard);
      }
      if (witness_.pictures().empty()) continue;
      must(at == witness_.last(), "who came back is where the audience is");
      must(picture == witness_.pictures().rbegin()->second, "who came back holds what the audience was shown");
    }
    room_.leave(connection);
  }

  fuzz::Choices choices_;
  Room room_{live_definition()};
  Witness witness_;
  Number commands_ = 10'000;
  Number people_ = 0;
  Number questions_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  GTEST_FLAG_SET(throw_on_failure, true);  // the room checks what it does, too
  try {
    Play(fuzz::text_of(bytes, size)).run();
  } catch (const std::exception& bug) {
    must(false, bug.what());
  }
  return 0;
}
