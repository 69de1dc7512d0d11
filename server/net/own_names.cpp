// SPDX-License-Identifier: MIT
#include "net/own_names.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace durf::net {

namespace {

using boost::asio::ip::address;

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

struct Authority {
  std::string_view name;              ///< an IPv6 address without its brackets
  std::optional<std::uint16_t> port;  ///< nothing: not written
};

std::optional<Authority> parse_authority(std::string_view text) {
  Authority result;
  std::string_view rest;
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    result.name = text.substr(1, end - 1);
    rest = text.substr(end + 1);
  } else {
    const auto colon = std::min(text.find(':'), text.size());
    result.name = text.substr(0, colon);
    rest = text.substr(colon);
  }
  if (result.name.empty()) return std::nullopt;
  if (rest.empty()) return result;

  const std::string_view digits = rest.substr(1);
  if (digits.starts_with('0')) return std::nullopt;  // one spelling
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (rest.front() != ':' || error != std::errc{} || end != digits.data() + digits.size())
    return std::nullopt;
  result.port = port;
  return result;
}

std::optional<address> parse_address(std::string_view text) {
  boost::system::error_code error;
  const address parsed = boost::asio::ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  return plain(parsed);
}

/// Every machine's own name for itself, and those that lead there as well (RFC 6761, 6.3).
bool is_localhost(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  return name == "localhost" || name.ends_with(".localhost");
}

}  // namespace

address plain(const address& given) {
  if (given.is_v6() && given.to_v6().is_v4_mapped())
    return make_address_v4(boost::asio::ip::v4_mapped, given.to_v6());
  if (given.is_v6()) return boost::asio::ip::address_v6(given.to_v6().to_bytes());
  return given;
}

OwnNames::OwnNames(const std::vector<std::string>& configured) {
  for (const std::string& name : configured) configured_.push_back(lower(name));
}

bool OwnNames::have_given_name(std::string_view host) const {
  const std::string text = lower(host);
  const auto authority = parse_authority(text);
  if (!authority || parse_address(authority->name) || is_localhost(authority->name)) return false;
  return std::any_of(configured_.begin(), configured_.end(), [&](const std::string& configured) {
    const auto given = parse_authority(configured);
    return given && given->name == authority->name;
  });
}

bool OwnNames::include(std::string_view host, const address& local, Scheme scheme) const {
  const std::string text = lower(host);
  if (std::find(configured_.begin(), configured_.end(), text) != configured_.end()) return true;

  const auto authority = parse_authority(text);
  const std::uint16_t unwritten = scheme == Scheme::http ? 80 : 443;
  const std::uint16_t own = scheme == Scheme::http ? port_ : tls_port_;
  if (!authority || authority->port.value_or(unwritten) != own) return false;
  if (authority->name == "localhost") return true;
  if (std::find(configured_.begin(), configured_.end(), authority->name) != configured_.end()) return true;
  const auto literal = parse_address(authority->name);
  return literal && (*literal == plain(local) || (is_loopback(*literal) && is_loopback(local)));
}

bool same_origin(std::string_view origin, std::string_view host, Scheme scheme) {
  const std::string text = lower(origin);
  const auto is = [&](std::string_view start) {
    return text.starts_with(start) && std::string_view(text).substr(start.size()) == lower(host);
  };
  // https without TLS here: a proxy in front of us speaks it. Whoever has a page there has the same host.
  return is("https://") || (scheme == Scheme::http && is("http://"));
}

bool is_loopback(const address& given) { return plain(given).is_loopback(); }

bool names_loopback(std::string_view host) {
  const std::string text = lower(host);
  const auto authority = parse_authority(text);
  if (!authority) return false;
  const auto literal = parse_address(authority->name);
  return literal ? is_loopback(*literal) : is_localhost(authority->name);
}

}  // namespace durf::net
