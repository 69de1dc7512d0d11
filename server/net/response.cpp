// SPDX-License-Identifier: MIT
#include "net/response.hpp"

#include <utility>

#include "net/security_headers.hpp"

namespace durf::net {

namespace {

std::string_view phrase_of(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 417:
      return "Expectation Failed";
    case 421:
      return "Misdirected Request";
    case 426:
      return "Upgrade Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Answer";
  }
}

std::string_view words_for(Refusal refusal) {
  switch (refusal) {
    case Refusal::malformed:
      return "Dit verzoek is niet te lezen.\nThis request cannot be read.\n";
    case Refusal::foreign_origin:
      return "Dit verzoek komt van een andere pagina.\nThis request comes from a page of somebody else.\n";
    case Refusal::not_found:
      return "Deze pagina is er niet.\nThere is no such page.\n";
    case Refusal::method_not_allowed:
      return "Dat kan hier niet.\nThat cannot be done here.\n";
    case Refusal::too_late:
      return "Het verzoek kwam te langzaam.\nThe request came too slowly.\n";
    case Refusal::length_required:
      return "De lengte ontbreekt.\nThe length is missing.\n";
    case Refusal::body_too_large:
    case Refusal::head_too_large:
      return "Dit verzoek is te groot.\nThis request is too large.\n";
    case Refusal::expectation_failed:
      return "Dat kan hier niet.\nThat cannot be done here.\n";
    case Refusal::foreign_host:
      return "Onder deze naam kent deze server zichzelf niet; start hem met --host NAAM.\n"
             "This server does not know itself by this name; start it with --host NAME.\n";
    case Refusal::too_much:
      return "Er komt nu te veel tegelijk van dit netwerk. Probeer het over een halve minuut opnieuw.\n"
             "Too much is coming from this network at once. Try again in half a minute.\n";
    case Refusal::upgrade_required:
      return "Alleen voor WebSocket, versie 13.\nFor WebSocket, version 13, only.\n";
  }
  return {};
}

}  // namespace

std::string encode_head(const Response& response, bool keep_alive) {
  std::string head = "HTTP/1.1 ";
  const auto add = [&head](std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
  };
  head.append(std::to_string(response.status)).append(" ").append(phrase_of(response.status)).append("\r\n");
  if (response.status != 304) {
    add("Content-Type", response.content_type);
    add("Content-Length", std::to_string(response.body().size()));
  }
  add("Cache-Control", response.cache);
  if (!response.etag.empty()) add("ETag", response.etag);
  if (response.is_gzip) add("Content-Encoding", "gzip");
  if (response.varies) add("Vary", "Accept-Encoding");
  if (!response.allow.empty()) add("Allow", response.allow);
  if (response.status == 426) add("Sec-WebSocket-Version", "13");
  if (response.status == 429) add("Retry-After", "30");
  for (const auto& [name, value] : security_headers) add(name, value);
  if (response.stay_on_tls) add(stay_on_tls_header.name, stay_on_tls_header.value);
  add("Connection", keep_alive ? "keep-alive" : "close");
  return head += "\r\n";
}

Response refusal_page(Refusal refusal) {
  Response response;
  response.status = static_cast<unsigned>(refusal);
  response.kept_body = words_for(refusal);
  return response;
}

Response json_answer(unsigned status, std::string body) {
  Response response;
  response.status = status;
  response.content_type = "application/json";
  response.own_body = std::move(body);
  return response;
}

}  // namespace durf::net
