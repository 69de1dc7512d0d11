// SPDX-License-Identifier: MIT
// Behind which proxies this server stands, and for whom they ask. What any other client says of forwarding is
// nobody's word, and the answer counts for limits only (SPEC.md, ST6). Read-only after start; any thread.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <string>
#include <vector>

#include "net/request_head.hpp"

namespace durf::net {

class OwnProxies {
 public:
  /// IP addresses, checked by whoever read them; what is none is left out.
  explicit OwnProxies(const std::vector<std::string>& addresses);

  bool include(const boost::asio::ip::address& peer) const;

  /// For whom a proxy of ours asks: the last one in X-Forwarded-For that is not a proxy of ours. Each proxy adds
  /// at the end whom it saw itself; what stands before may be anybody's invention.
  std::optional<boost::asio::ip::address> client_of(const RequestHead& head) const;

 private:
  std::vector<boost::asio::ip::address> addresses_;
};

}  // namespace durf::net
