// SPDX-License-Identifier: MIT
#include "net/request_head.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <iterator>

#include "net/limits.hpp"

namespace durf::net {

namespace http = boost::beast::http;

std::string_view RequestHead::path() const {
  const std::string_view target = message.target();
  return target.substr(0, target.find('?'));
}

std::string_view RequestHead::host() const { return message[http::field::host]; }

std::optional<std::string_view> RequestHead::only(http::field name) const {
  if (message.count(name) != 1) return std::nullopt;
  return std::string_view(message[name]);
}

std::variant<RequestHead, Refusal> parse_request_head(std::string_view text) {
  if (text.size() > limits::head_bytes_max) return Refusal::head_too_large;
  // A field that goes on in the next line is read differently by different programs; nobody honest sends one.
  if (text.find("\n ") != std::string_view::npos || text.find("\n\t") != std::string_view::npos)
    return Refusal::malformed;

  http::request_parser<http::empty_body> parser;
  parser.header_limit(limits::head_bytes_max);
  parser.body_limit(limits::body_bytes_max);
  boost::system::error_code error;
  parser.put(boost::asio::buffer(text), error);
  if (error == http::error::body_limit) return Refusal::body_too_large;
  if (error || !parser.is_header_done()) return Refusal::malformed;

  RequestHead head;
  if (parser.chunked()) return Refusal::length_required;
  head.body_bytes = static_cast<std::size_t>(parser.content_length().value_or(0));
  if (head.body_bytes > limits::body_bytes_max) return Refusal::body_too_large;
  head.message = parser.release();

  const auto fields = std::distance(head.message.begin(), head.message.end());
  if (static_cast<std::size_t>(fields) > limits::head_fields_max) return Refusal::head_too_large;
  // Two lengths that are equal, or a list of them, are read differently by different programs as well.
  const auto length = head.message[http::field::content_length];
  if (head.message.count(http::field::content_length) > 1 || length.find(',') != length.npos)
    return Refusal::malformed;
  if (head.message.count(http::field::host) != 1 || !head.message.target().starts_with('/'))
    return Refusal::malformed;
  if (head.message.count(http::field::transfer_encoding) > 0) return Refusal::length_required;
  if (head.message.count(http::field::expect) > 0) return Refusal::expectation_failed;
  return head;
}

bool wants_upgrade(const RequestHead& head) { return head.message.count(http::field::upgrade) > 0; }

std::optional<Refusal> check_upgrade(const RequestHead& head) {
  if (!boost::beast::websocket::is_upgrade(head.message) || head.body_bytes > 0) return Refusal::malformed;
  if (head.only(http::field::sec_websocket_version) != "13") return Refusal::upgrade_required;

  // 16 bytes are 24 characters, of which the last two fill up.
  const auto key = head.only(http::field::sec_websocket_key);
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const bool is_key = key && key->size() == 24 && key->ends_with("==") &&
                      key->substr(0, 22).find_first_not_of(alphabet) == std::string_view::npos;
  if (!is_key) return Refusal::malformed;
  return std::nullopt;
}

}  // namespace durf::net
