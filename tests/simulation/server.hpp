// SPDX-License-Identifier: MIT
// What runtime does with the core, with fakes: steps it, carries its actions out, loads it from the log, and
// dies now and then.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "simulation/checker.hpp"
#include "simulation/fake_log.hpp"
#include "simulation/line.hpp"

namespace durf::simulation {

class Server final : public ServerEnd {
 public:
  Server(Agenda& agenda, Dice& dice, Counts& counts, Checker& checker, Saboteur& saboteur,
         const domain::Definition& definition);

  void opened(const std::shared_ptr<Line>& line, const Hello& hello) override;
  void commanded(session::ConnectionId line, const domain::CommandId& id,
                 const domain::Command& command) override;
  void drained(session::ConnectionId line) override;
  void gone(session::ConnectionId line) override;

  /// The operator wants this.
  void order(const domain::Command& command);

  void crash();
  /// The machine slept for so long.
  void jump(std::int64_t ms);
  void set_disk_full(bool full);
  void heal();

  /// Whether everything that was withdrawn has left the log, if its time is over.
  void look_for_forgotten() { checker_.look_for_forgotten(log_.payloads(), agenda_.now()); }

  bool up() const { return core_ != nullptr; }
  /// The session is over: whoever comes is told.
  bool closed() const { return closed_; }
  const session::SessionCore& core() const { return *core_; }

 private:
  struct Place {
    std::shared_ptr<Line> line;
    std::optional<domain::Audience> attached;
  };

  void start();
  void step(session::Input input);
  void carry_out(session::Actions actions);
  void send(const session::Send& send);
  void rebuild();
  void end();
  void wake_at(base::SteadyMs at);
  base::SteadyMs now() const { return {agenda_.now() + jumped_}; }

  Agenda& agenda_;
  Dice& dice_;
  Counts& counts_;
  Checker& checker_;
  Saboteur& saboteur_;
  FakeLog log_;
  domain::Definition definition_;  ///< what the directory knows
  std::unique_ptr<session::SessionCore> core_;
  std::map<session::ConnectionId, Place> places_;
  bool closed_ = false;
  std::int64_t jumped_ = 0;
  std::uint64_t runs_ = 0;
  std::uint64_t wakes_ = 0;  ///< only the last wake-up counts
};

}  // namespace durf::simulation
