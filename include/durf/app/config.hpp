// SPDX-License-Identifier: MIT
// What the operator may choose, from the command line or a configuration file, checked before anything starts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "durf/domain/definition.hpp"
#include "durf/domain/limits.hpp"

namespace durf::app {

/// A configuration with every option in it has 2 KB, with all its comments 10. Named by mistake, a database must not be read whole.
inline constexpr std::size_t config_file_bytes_max = 256 * 1'024;
/// Of the host password. Longer ones could not be sent (protocol/limits.hpp).
inline constexpr std::size_t host_password_bytes_min = 8;
inline constexpr std::size_t host_password_bytes_max = 1'024;

/// Where something listens.
struct Endpoint {
  std::string address;
  std::uint16_t port = 0;
};

struct Config {
  std::string data = "./data";
  std::string listen_address = "0.0.0.0";
  std::uint16_t listen_port = 8080;
  std::string tls_certificate_file;  ///< in PEM, with its chain; empty: no TLS
  std::string tls_key_file;          ///< in PEM; there when the certificate is
  std::string tls_listen_address = "0.0.0.0";
  std::uint16_t tls_listen_port = 8443;
  std::vector<std::string> hosts;  ///< names by which the server may be called, besides its IP addresses and localhost
  std::vector<std::string> proxies;  ///< IP addresses of proxies in front
  std::string address;             ///< where phones find it, as in "http://192.168.1.20:8080"; empty: found out
  std::optional<std::string> host_password;
  std::size_t threads = 0;  ///< 0: one for each core
  std::size_t participants = domain::limits::participants_default_max;
  std::string log_level = "info";
  std::string log_format = "text";  ///< or "json"
  std::optional<Endpoint> metrics;  ///< nowhere unless asked for
};

struct Serve {
  Config config;
};
/// The configuration was asked to be checked only, and it is fine.
struct CheckOnly {
  Config config;
};
struct PrintLinks {
  Config config;
  std::string join_code;           ///< empty: of all sessions
  std::vector<domain::Role> roles;  ///< a link for each of them
};
struct BackUp {
  std::string data;
  std::string to;
  std::optional<std::string> keys;  ///< where the keys of live sessions go; not given: they stay where they are
};
struct Restore {
  std::string data;
  std::string from;
  std::optional<std::string> keys;
};
/// Everything that there was to say has been said.
struct Exit {
  int code;
};

using Task = std::variant<Serve, CheckOnly, PrintLinks, BackUp, Restore, Exit>;

/// Reads the command line (and the file that it names). Says what is wrong on standard error.
Task read_command_line(int argc, const char* const* argv);

}  // namespace durf::app
