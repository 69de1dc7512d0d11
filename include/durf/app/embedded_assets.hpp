// SPDX-License-Identifier: MIT
// The built web client inside the binary: the files of web-client/dist as they were when the server was built, so that the binary
// is the whole product. Lives as long as the process; any thread. Empty in builds without a web client (DURF_WEB_DIST="").
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace durf::app {

struct EmbeddedAsset {
  std::string_view path;          ///< as it stands in dist, with a slash before it: `/index.html`, `/assets/index-B0G1.js`
  std::string_view content_type;  ///< whole value of the header
  std::string_view bytes;
  std::optional<std::string_view> gzip;  ///< the same, compressed, where that is smaller
};

/// In alphabetical order of their paths.
std::span<const EmbeddedAsset> embedded_assets();

/// Names the build of the pages (the protocol's `build`); "none" when there are none.
std::string_view embedded_build_id();

}  // namespace durf::app
