// SPDX-License-Identifier: MIT
// The files of the web client, embedded into the binary; filled by app, owned by nobody (static storage). Any
// thread.
#pragma once

#include <string_view>

namespace durf::net {

struct Asset {
  std::string_view path;  ///< within the built client: "index.html", "assets/participant-3f2a.js"
  std::string_view bytes;
  std::string_view gzip;  ///< the same, compressed; empty when that would not be smaller
  std::string_view content_type;
};

}  // namespace durf::net
