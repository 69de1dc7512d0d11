// SPDX-License-Identifier: MIT
#include "net/forwarded.hpp"

#include <algorithm>
#include <string_view>

#include "net/own_names.hpp"

namespace durf::net {

namespace {

using boost::asio::ip::address;

std::string_view trim(std::string_view text) {
  const auto from = text.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// Some proxies write the port as well: "192.0.2.1:4711", "[2001:db8::1]:4711".
std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
  const auto colon = text.find(':');
  const bool is_v6 = colon != std::string_view::npos && text.find(':', colon + 1) != std::string_view::npos;
  return is_v6 ? text : text.substr(0, colon);
}

std::optional<address> parse(std::string_view text) {
  boost::system::error_code error;
  const address parsed = boost::asio::ip::make_address(std::string(without_port(trim(text))), error);
  if (error) return std::nullopt;
  return plain(parsed);
}

}  // namespace

OwnProxies::OwnProxies(const std::vector<std::string>& addresses) {
  for (const std::string& text : addresses)
    if (const auto parsed = parse(text)) addresses_.push_back(*parsed);
}

bool OwnProxies::include(const address& peer) const {
  return !addresses_.empty() && std::find(addresses_.begin(), addresses_.end(), plain(peer)) != addresses_.end();
}

std::optional<address> OwnProxies::client_of(const RequestHead& head) const {
  std::string all;
  const auto [begin, end] = head.message.equal_range("X-Forwarded-For");
  for (auto field = begin; field != end; ++field) all.append(",").append(field->value());
  for (std::string_view rest = all; !rest.empty();) {
    const auto comma = rest.rfind(',');
    const auto hop = parse(rest.substr(comma + 1));
    if (!hop) return std::nullopt;
    if (!include(*hop)) return hop;
    rest = rest.substr(0, comma);
  }
  return std::nullopt;
}

}  // namespace durf::net
