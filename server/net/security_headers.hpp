// SPDX-License-Identifier: MIT
// What every answer of this server carries, whatever it answers: no script, style or connection but our own,
// no framing, no referrer, nothing of the device that the pages do not use.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace durf::net {

struct Header {
  const char* name;
  const char* value;
};

inline constexpr std::array<Header, 6> security_headers{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
     "connect-src 'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
     "trusted-types 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
     "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), "
     "usb=()"},
}};

/// Over TLS, and only to who calls this server by a name that it was given: the browser then uses no other way
/// to any port of that name. To an IP address it means nothing, and for `localhost` it would shut the doors of
/// every other program on that machine. For 30 days, so that a mistake mends itself.
inline constexpr Header stay_on_tls_header{"Strict-Transport-Security", "max-age=2592000"};

}  // namespace durf::net
