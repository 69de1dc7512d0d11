// SPDX-License-Identifier: MIT
// The pages, from an index made once at start: a request can only name what is in it, so there is no path to
// check. A page `home.html` is served as `/home`, `index.html` as `/`; what lies in `assets/` has its hash in
// its name and never changes. Read-only after construction; any thread.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "durf/net/assets.hpp"
#include "net/response.hpp"

namespace durf::net {

class StaticFiles {
 public:
  explicit StaticFiles(std::span<const Asset> assets);

  /// For GET and HEAD. Unknown paths get the page that says so.
  Response answer(const RequestHead& head) const;

 private:
  struct File {
    Asset asset;
    bool is_immutable;
    std::string etag;
    std::string gzip_etag;
  };

  std::map<std::string, File, std::less<>> by_path_;
};

/// Whether an Accept-Encoding header allows gzip.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace durf::net
