// SPDX-License-Identifier: MIT
// What all shards of this room share: read-only once the server has started, but for counters. Any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <string>

#include "durf/net/readiness.hpp"
#include "durf/net/server.hpp"
#include "net/counted_log.hpp"
#include "net/own_names.hpp"
#include "net/static_files.hpp"

namespace durf::net {

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
};

}  // namespace durf::net
