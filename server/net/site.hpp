// SPDX-License-Identifier: MIT
// What all shards of this room share: read-only once the server has started, but for counters. Any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "durf/net/readiness.hpp"
#include "durf/net/server.hpp"
#include "net/address_gate.hpp"
#include "net/counted_log.hpp"
#include "net/forwarded.hpp"
#include "net/own_names.hpp"
#include "net/static_files.hpp"

namespace durf::net {

class Station;
struct Upgrade;
/// A path on which a WebSocket can be opened, and who takes it from there.
struct SocketPath {
  std::string_view path;
  void (*begin)(std::shared_ptr<Station> station, Upgrade upgrade);
};

struct Site {
  ServerConfig config;
  StaticFiles files;
  OwnNames names;
  CreatePolicy& policy;
  const base::Clock& clock;
  std::string address;
  CountedLog counted;
  std::atomic<std::size_t> connections{0};
  Readiness readiness{};
  AddressGate gate{clock};
  OwnProxies proxies{config.proxies};
  std::vector<SocketPath> sockets = {};
};

}  // namespace durf::net
