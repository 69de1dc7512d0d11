// SPDX-License-Identifier: MIT
#include "net/static_files.hpp"

#include <boost/beast/http/field.hpp>
#include <cstdint>
#include <cstdio>

namespace durf::net {

namespace {

namespace http = boost::beast::http;

/// FNV-1a: tells two builds of a page apart; nobody gains anything by a collision with their own page.
std::string etag_of(std::string_view bytes, std::string_view suffix) {
  std::uint64_t hash = 14'695'981'039'346'656'037u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211u;
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return "\"" + std::string(digits) + std::string(suffix) + "\"";
}

std::string served_path(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path == "index.html") return "/";
  constexpr std::string_view page = ".html";
  if (path.ends_with(page)) path.remove_suffix(page.size());
  return "/" + std::string(path);
}

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

StaticFiles::StaticFiles(std::span<const Asset> assets) {
  for (const Asset& asset : assets) {
    std::string path = served_path(asset.path);
    const bool is_immutable = path.starts_with("/assets/");
    by_path_.emplace(std::move(path),
                     File{asset, is_immutable, etag_of(asset.bytes, ""), etag_of(asset.bytes, "-gzip")});
  }
}

Response StaticFiles::answer(const RequestHead& head) const {
  const auto found = by_path_.find(head.path());
  if (found == by_path_.end()) return refusal_page(Refusal::not_found);
  const File& file = found->second;

  Response response;
  response.is_gzip = !file.asset.gzip.empty() && accepts_gzip(head.message[http::field::accept_encoding]);
  response.varies = !file.asset.gzip.empty();
  response.etag = response.is_gzip ? file.gzip_etag : file.etag;
  response.cache = file.is_immutable ? "public, max-age=31536000, immutable" : "no-store";
  if (head.only(http::field::if_none_match) == response.etag) {
    response.status = 304;
    response.is_gzip = false;
    return response;
  }
  response.content_type = file.asset.content_type;
  response.kept_body = response.is_gzip ? file.asset.gzip : file.asset.bytes;
  return response;
}

bool accepts_gzip(std::string_view accept_encoding) {
  while (!accept_encoding.empty()) {
    const auto comma = accept_encoding.find(',');
    const std::string_view item = accept_encoding.substr(0, comma);
    accept_encoding =
        comma == std::string_view::npos ? std::string_view{} : accept_encoding.substr(comma + 1);
    const auto semicolon = item.find(';');
    if (trim(item.substr(0, semicolon)) != "gzip") continue;
    if (semicolon == std::string_view::npos) return true;
    // "q=0", "q=0.0"…: refused by name; any other weight allows it.
    const std::string_view weight = trim(item.substr(semicolon + 1));
    return weight.find_first_of("123456789") != std::string_view::npos;
  }
  return false;
}

}  // namespace durf::net
