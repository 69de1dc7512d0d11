// SPDX-License-Identifier: MIT
// One WebSocket connection to the server under load, from an address of choice. Owned by whoever derives from it; on
// the loop's thread. It holds what could not be sent and what came in part, nothing else. Every failure ends in `lost`,
// once per `open`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "load/frames.hpp"
#include "load/loop.hpp"

namespace durf::load {

/// Where the server is; on this machine, always.
struct Target {
  std::uint32_t address = 0;  ///< IPv4, as a number
  std::uint16_t port = 0;
  std::string name;  ///< "127.0.0.1:8080": what Host and Origin say
};

/// How a connection ended.
struct Loss {
  int close_code = 1006;        ///< 1006: without a word
  int http_status = 0;          ///< when there was an answer, but no upgrade
  const char* fault = nullptr;  ///< when the server broke the protocol
};

class Connection : public Watched {
 public:
  Connection(Loop& loop, const Target& target) : loop_(loop), target_(target) {}
  virtual ~Connection() { drop(); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// `source` is an address of this machine, 0 for any. `receive_bytes` is how much the kernel shall hold, 0 for its
  /// own choice. False when the system has no descriptor or port left.
  bool open(std::uint32_t source, int receive_bytes = 0);
  /// As a phone that falls into the water; nothing is called.
  void drop();
  void send(std::string_view text);
  /// As `send`, but it leaves with the next `flush`, together with others.
  void enqueue(std::string_view text);
  void flush();
  bool is_open() const { return stage_ == Stage::open; }
  bool has_unsent() const { return !unsent_.empty(); }
  /// From now on nothing is read, as by a phone in a tunnel.
  void stop_reading() { reads_ = false; }
  void read_again();

  void ready(std::uint32_t events) final;

 protected:
  Loop& loop() { return loop_; }
  const Target& target() const { return target_; }

 private:
  virtual void opened() = 0;
  virtual void heard(Opcode opcode, std::string_view payload) = 0;
  virtual void lost(Loss loss) = 0;
  /// All that was unsent is with the kernel.
  virtual void drained() {}

  enum class Stage : std::uint8_t { closed, connecting, upgrading, open };

  void write(std::string_view bytes);
  void read();
  bool take_answer(std::string_view& bytes);
  bool take_frame(Opcode opcode, std::string_view payload);
  void end(Loss loss);

  Loop& loop_;
  const Target& target_;
  FrameParser parser_;
  std::string unsent_;
  std::string answer_;  ///< to the upgrade, as far as it has come
  int descriptor_ = -1;
  int close_code_ = 1006;
  Stage stage_ = Stage::closed;
  bool reads_ = true;
};

}  // namespace durf::load
