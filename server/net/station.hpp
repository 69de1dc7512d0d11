// SPDX-License-Identifier: MIT
// What this room has on one shard: the wheel that all its timeouts wait on, and who is connected. Shared by
// the listener and the connections of the shard, which may outlive the server object. Shard's thread.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <random>

#include "durf/runtime/gateway.hpp"
#include "durf/runtime/shard.hpp"
#include "net/asio_aliases.hpp"
#include "net/roster.hpp"
#include "net/site.hpp"
#include "net/timer_wheel.hpp"

namespace durf::net {

class Station : public std::enable_shared_from_this<Station> {
 public:
  Station(std::shared_ptr<Site> site, runtime::Shard& shard, runtime::Gateway& gateway);

  Site& site() { return *site_; }
  runtime::Shard& shard() { return shard_; }
  runtime::Gateway& gateway() { return gateway_; }
  Executor executor() { return shard_.loop().get_executor(); }
  base::SteadyMs now() const { return site_->clock.now(); }

  void wake(TimerWheel::Waiter& waiter, base::SteadyMs at);
  void cancel(TimerWheel::Waiter& waiter) { wheel_.cancel(waiter); }
  /// Evenly between the two.
  std::int64_t random_ms(std::int64_t from, std::int64_t to);

  /// Fires the timeouts that are due by the site's clock. The station calls it by itself every few moments.
  void advance() { wheel_.advance(now()); }

  void arrive(Guest& guest);
  void depart(Guest& guest);

  /// Connections whose request has not come yet, oldest first, and those that still owe its body. Over the limit the oldest is
  /// cut.
  using Waiting = std::list<Guest*>;
  Waiting::iterator await_head(Guest& guest);
  void head_came(Waiting::iterator place) { heads_.erase(place); }
  Waiting::iterator await_body(Guest& guest);
  void body_came(Waiting::iterator place) { bodies_.erase(place); }

  /// No new connections; all are asked to leave. `gone` is called once nobody is here.
  void close(std::function<void()> gone);
  bool closing() const { return closing_; }
  /// From now on the counts of the whole server are logged once a minute, by this station.
  void report_counts();
  void cut_all() { roster_.cut_all(); }

 private:
  struct Reporter final : TimerWheel::Waiter {
    explicit Reporter(Station& of) : station(of) {}
    void due(base::SteadyMs now) override;
    Station& station;
  };

  void tick();
  void tell_when_gone();
  Waiting::iterator await(Waiting& waiting, std::size_t max, Guest& guest);

  std::shared_ptr<Site> site_;
  runtime::Shard& shard_;
  runtime::Gateway& gateway_;
  TimerWheel wheel_;
  Reporter reporter_{*this};
  SteadyTimer ticker_;
  bool ticking_ = false;
  bool closing_ = false;
  Roster roster_;
  Waiting heads_;
  Waiting bodies_;
  std::minstd_rand dice_;  // for jitter only
  std::function<void()> gone_;
};

}  // namespace durf::net
