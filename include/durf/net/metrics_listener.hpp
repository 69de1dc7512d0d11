// SPDX-License-Identifier: MIT
// A port of its own for metrics: `GET /metrics`, one request per connection, no more than a few connections. Apart from the pages,
// so that it can be kept inside; apart from the shards, so that a scrape never makes a phone wait. Made, started and stopped on
// the thread of its loop, which outlives it. No Host is checked: what is told names nobody.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <system_error>

namespace durf::net {

class MetricsListener {
 public:
  /// `text` gives what is told (in Prometheus' text format), on the loop's thread.
  MetricsListener(boost::asio::io_context& loop, std::function<std::string()> text);
  MetricsListener(const MetricsListener&) = delete;
  MetricsListener& operator=(const MetricsListener&) = delete;
  ~MetricsListener();

  /// Binds, listens and begins to answer. With an error nothing listens.
  std::error_code start(const std::string& address, std::uint16_t port);
  /// After `start`.
  std::uint16_t port() const;
  /// Cuts whoever is connected.
  void stop();

 private:
  class Desk;
  std::shared_ptr<Desk> desk_;
};

}  // namespace durf::net
