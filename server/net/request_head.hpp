// SPDX-License-Identifier: MIT
// The head of an HTTP request, read strictly: one Host, one spelling, no folding, a body only by
// Content-Length. Pure; any thread.
#pragma once

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

namespace durf::net {

struct RequestHead {
  boost::beast::http::request<boost::beast::http::empty_body> message;
  std::size_t body_bytes = 0;

  std::string_view path() const;  ///< without query
  std::string_view host() const;
  /// The only field of that name. Nothing: there is none, or there are several.
  std::optional<std::string_view> only(boost::beast::http::field name) const;
};

/// Why a request is not answered, as an HTTP status.
enum class Refusal : unsigned {
  malformed = 400,
  foreign_origin = 403,
  not_found = 404,
  method_not_allowed = 405,
  too_late = 408,
  length_required = 411,
  body_too_large = 413,
  expectation_failed = 417,
  foreign_host = 421,
  upgrade_required = 426,
  too_much = 429,
  head_too_large = 431,
};

/// `text` is all up to and including the empty line.
std::variant<RequestHead, Refusal> parse_request_head(std::string_view text);

/// Whether the request wants to become a WebSocket.
bool wants_upgrade(const RequestHead& head);

/// What RFC 6455 asks of the client and Beast does not insist on: version 13 and exactly one key, of 16
/// bytes.
std::optional<Refusal> check_upgrade(const RequestHead& head);

}  // namespace durf::net
