// SPDX-License-Identifier: MIT
// The head of an HTTP request: whatever comes, it is either refused with a status that this server knows how to say, or it has one
// Host, a path, a bounded body and nothing that two programs would read differently.
#include <variant>

#include "fuzz/target.hpp"
#include "net/limits.hpp"
#include "net/own_names.hpp"
#include "net/request_head.hpp"
#include "net/response.hpp"

using durf::fuzz::must;
using namespace durf::net;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = durf::fuzz::text_of(bytes, size);
  const auto parsed = parse_request_head(text);
  if (const auto* refusal = std::get_if<Refusal>(&parsed)) {
    const std::string head = encode_head(refusal_page(*refusal), false);
    must(head.starts_with("HTTP/1.1 4"), "a refusal is told with a status of the 400s");
    return 0;
  }
  const auto& head = std::get<RequestHead>(parsed);
  must(text.size() <= limits::head_bytes_max, "a head is bounded");
  must(head.body_bytes <= limits::body_bytes_max, "a body is bounded");
  must(head.path().starts_with('/'), "a path begins with a slash");
  must(head.message.count(boost::beast::http::field::host) == 1, "there is one Host");
  must(text.find("\n ") == std::string_view::npos && text.find("\n\t") == std::string_view::npos, "no field is folded");

  if (wants_upgrade(head) && !check_upgrade(head))
    must(head.only(boost::beast::http::field::sec_websocket_key)->size() == 24, "there is one key, of 24 characters");
  OwnNames names({"durf.example"});
  names.set_port(8080);
  const bool known = names.include(head.host(), boost::asio::ip::make_address_v4("127.0.0.1"));
  if (const auto origin = head.only(boost::beast::http::field::origin); known && origin)
    must(!same_origin(*origin, head.host()) || origin->size() > head.host().size(), "an origin is a scheme and a host");
  return 0;
}
