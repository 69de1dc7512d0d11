// SPDX-License-Identifier: MIT
// Who takes part in the attack. Each comes again when the server sends it away. Owned by the attacking process; on its
// loop's thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "load/attack.hpp"
#include "load/crowd.hpp"

namespace durf::load {

/// Begins a request, and never comes to its end.
class SlowHead final : public Watched {
 public:
  SlowHead(Loop& loop, const Target& target, std::uint32_t source, AttackCounts& counts)
      : loop_(loop), target_(target), source_(source), counts_(counts) {}
  ~SlowHead();
  SlowHead(const SlowHead&) = delete;
  SlowHead& operator=(const SlowHead&) = delete;

  void begin();
  void ready(std::uint32_t events) override;
  bool is_there() const { return connected_; }

 private:
  void drip();
  void begin_again();

  Loop& loop_;
  const Target& target_;
  std::uint32_t source_;
  AttackCounts& counts_;
  int descriptor_ = -1;
  bool connected_ = false;
};

/// A participant who gives valid commands as fast as the line takes them, and reads the answers.
class Flooder final : public Connection {
 public:
  Flooder(Loop& loop, const Target& target, const Room& room, std::uint32_t source, AttackCounts& counts);

  void begin();
  bool is_in() const { return is_in_; }

 private:
  void opened() override;
  void heard(Opcode opcode, std::string_view payload) override;
  void lost(Loss loss) override;
  void drained() override;
  void pour();

  const Room& room_;
  std::string token_;
  std::uint32_t source_;
  AttackCounts& counts_;
  std::uint64_t revision_ = 0;
  bool is_in_ = false;
  bool pours_ = false;  ///< its next turn stands in the timetable
};

/// Somebody new who joins, has everything sent, and leaves.
class Visitor final : public Connection {
 public:
  Visitor(Loop& loop, const Target& target, const Room& room, AttackCounts& counts)
      : Connection(loop, target), room_(room), counts_(counts) {}

  bool is_free() const { return is_free_; }
  void visit(std::uint32_t source);

 private:
  void opened() override;
  void heard(Opcode opcode, std::string_view payload) override;
  void lost(Loss) override { is_free_ = true; }

  const Room& room_;
  AttackCounts& counts_;
  bool is_free_ = true;
};

class Attackers {
 public:
  Attackers(Loop& loop, const Options& options, Room& room);

  /// All of them, within that time.
  void begin(Us within);
  bool are_all_there() const;
  AttackCounts counts();

 private:
  void let_one_visit(Us moment);

  Loop& loop_;
  const Options& options_;
  AttackCounts counts_;
  Crowd idle_;
  std::vector<std::unique_ptr<SlowHead>> slow_heads_;
  std::vector<std::unique_ptr<Flooder>> flooders_;
  std::vector<std::unique_ptr<Visitor>> visitors_;
};

}  // namespace durf::load
