// SPDX-License-Identifier: MIT
// An HTTP answer and how it is written. No byte of a request ever stands in a head: every value is a literal,
// a number, or was made at start. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "net/request_head.hpp"

namespace durf::net {

struct Response {
  unsigned status = 200;
  std::string_view content_type = "text/plain; charset=utf-8";
  std::string_view cache = "no-store";
  std::string_view etag;  ///< empty: none
  bool is_gzip = false;
  bool varies = false;         ///< another Accept-Encoding gets other bytes
  std::string_view allow;      ///< with 405
  bool stay_on_tls = false;    ///< see `stay_on_tls_header`
  std::string own_body;        ///< made for this answer, or
  std::string_view kept_body;  ///< bytes that stay

  std::string_view body() const { return own_body.empty() ? kept_body : std::string_view(own_body); }
};

/// Head and empty line; the body follows unless the request was HEAD.
std::string encode_head(const Response& response, bool keep_alive);

/// A small plain page that says why, in both languages.
Response refusal_page(Refusal refusal);

Response json_answer(unsigned status, std::string body);

}  // namespace durf::net
