// SPDX-License-Identifier: MIT
#include "durf/app/config.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/ip/address.hpp>
#include <algorithm>
#include <charconv>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/desks.hpp"
#include "durf/app/exit_code.hpp"

namespace durf::app {
namespace {

/// The file's lines are options of `serve`, so that nobody has to write a section header for the only section that there is.
class ServeOptionsFile : public CLI::ConfigTOML {
 public:
  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    std::string text(config_file_bytes_max + 1, '\0');
    input.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(input.gcount()));
    if (text.size() > config_file_bytes_max)
      throw CLI::FileError("the configuration file has more than " + std::to_string(config_file_bytes_max) + " bytes");
    std::istringstream whole(text);
    std::vector<CLI::ConfigItem> lines = CLI::ConfigTOML::from_config(whole);
    for (CLI::ConfigItem& line : lines) {
      if (line.parents.empty()) line.parents = {"serve"};
    }
    return lines;
  }
};

/// "ADDR:PORT", "[ADDR]:PORT" or ":PORT" (all addresses). Empty when fine, else what is wrong.
std::string parse_listen(const std::string& text, std::string& listen_address, std::uint16_t& listen_port) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return "'" + text + "' is not ADDRESS:PORT";
  std::string address = text.substr(0, colon);
  if (address.size() >= 2 && address.front() == '[' && address.back() == ']')
    address = address.substr(1, address.size() - 2);
  const std::string port = text.substr(colon + 1);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), value);
  if (error != std::errc() || end != port.data() + port.size() || value > 65535)
    return "'" + port + "' is not a port (0 to 65535)";
  listen_address = address.empty() ? "0.0.0.0" : address;
  listen_port = static_cast<std::uint16_t>(value);
  return "";
}

/// First line of the file. A password on the command line would stand in the list of processes. No more of it is read than a
/// password may have: whoever names a disk or /dev/zero is told so.
std::string read_password(const std::string& path, Config& config) {
  constexpr std::size_t line_end_bytes_max = 2;
  std::ifstream file(path);
  std::string line(host_password_bytes_max + line_end_bytes_max, '\0');
  file.read(line.data(), static_cast<std::streamsize>(line.size()));
  line.resize(static_cast<std::size_t>(file.gcount()));
  if (line.empty()) return "the file '" + path + "' cannot be read or is empty";
  line.resize(std::min(line.size(), line.find('\n')));
  if (line.ends_with('\r')) line.pop_back();  // written on Windows
  if (line.size() < host_password_bytes_min)
    return "the host password needs at least " + std::to_string(host_password_bytes_min) + " characters";
  if (line.size() > host_password_bytes_max) {
    return "the host password in '" + path + "' is too long: its first line has more than " +
           std::to_string(host_password_bytes_max) + " bytes";
  }
  config.host_password = line;
  return "";
}

/// Only "http://host[:port]" or "https://…": it is printed as a QR and opened by phones.
std::string check_address(const std::string& address) {
  const bool scheme = address.starts_with("http://") || address.starts_with("https://");
  const auto host = address.find("://") == std::string::npos ? "" : address.substr(address.find("://") + 3);
  if (!scheme || host.empty() || host.find_first_of("/?# ") != std::string::npos)
    return "'" + address + "' is not an address like http://192.168.1.20:8080";
  return "";
}

/// A whole address given as a name would match nothing, in silence.
std::string check_host_name(const std::string& name) {
  return name.find_first_of("/ ?#@") == std::string::npos ? "" : "'" + name + "' is not a name like durf.example or durf.example:8443";
}

std::string check_ip_address(const std::string& text) {
  boost::system::error_code error;
  boost::asio::ip::make_address(text, error);
  return error ? "'" + text + "' is not an IP address" : "";
}

/// A value that cannot be used is a wrong configuration, on the command line as in a file; the rest is a wrong command line.
int exit_code_of(const CLI::ParseError& error, bool serves) {
  const bool value = dynamic_cast<const CLI::ValidationError*>(&error) || dynamic_cast<const CLI::ConversionError*>(&error);
  const bool file = dynamic_cast<const CLI::ConfigError*>(&error) || dynamic_cast<const CLI::FileError*>(&error);
  return file || (value && serves) ? exit_code::config : exit_code::usage;
}

std::vector<domain::Role> roles_named(const std::vector<std::string>& names) {
  if (names.empty()) return {domain::Role::facilitator, domain::Role::presenter};
  std::vector<domain::Role> roles;
  for (const std::string& name : names) roles.push_back(desk_named(name)->role);
  return roles;
}

}  // namespace

Task read_command_line(int argc, const char* const* argv) {
  Config config;
  std::string listen = "0.0.0.0:8080";
  std::string tls_listen = "0.0.0.0:8443";
  std::string password_file;
  std::string metrics;
  std::string join_code;
  std::vector<std::string> roles;
  bool check = false;

  CLI::App app{"Durf: anonymous questions for people in one room.", "durf"};
  app.set_version_flag("--version", std::string("durf ") + DURF_VERSION);
  app.require_subcommand(1);

  auto* serve = app.add_subcommand("serve", "Serve sessions until stopped (SIGINT or SIGTERM).");
  serve->add_option("--data", config.data, "Data directory; made when it is not there")->capture_default_str();
  serve->add_option("--listen", listen, "ADDRESS:PORT to listen on; port 0 takes a free one")->capture_default_str();
  auto* certificate = serve->add_option("--tls-cert", config.tls_certificate_file,
                                        "Certificate (PEM, with its chain) for https, beside plain http; SIGHUP reads it again");
  auto* key = serve->add_option("--tls-key", config.tls_key_file, "Key of the certificate (PEM, without a password)");
  certificate->needs(key);
  key->needs(certificate);
  serve->add_option("--tls-listen", tls_listen, "ADDRESS:PORT to listen on for https, once there is a certificate")
      ->capture_default_str();
  serve->add_option("--host", config.hosts, "Name by which browsers may call this server (may be repeated)")
      ->check(check_host_name);
  serve
      ->add_option("--proxy", config.proxies,
                   "IP address of a proxy in front, whose X-Forwarded-For is believed, for limits only (may be repeated)")
      ->check(check_ip_address);
  serve->add_option("--address", config.address, "Where phones find this server; without it https at the first --host if there is a certificate, "
                    "else http at the first network address");
  serve->add_option("--host-password-file", password_file,
                    "File whose first line is the password for creating sessions; without it, only this machine may create");
  serve->add_option("--threads", config.threads, "Threads; 0 takes one for each core")
      ->check(CLI::Range(0, 256))
      ->capture_default_str();
  serve->add_option("--participants", config.participants, "Most participants in one session")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  serve->add_option("--log-level", config.log_level, "How much the log tells")
      ->check(CLI::IsMember({"error", "warning", "info", "debug"}))
      ->capture_default_str();
  serve->add_option("--log-format", config.log_format, "Lines for people (text) or one JSON object per line (json)")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  serve->add_option("--metrics", metrics, "ADDRESS:PORT for Prometheus to read /metrics from; without it, nowhere");
  serve->add_flag("--check", check, "Check options and configuration, then exit");
  app.set_config("--config", "", "Configuration file for serve: lines of option = value");
  app.config_formatter(std::make_shared<ServeOptionsFile>());
  app.allow_config_extras(CLI::config_extras_mode::error);
  serve->footer(
      "--config FILE reads these options from a file: lines of option = value.\n\n"
      "The log goes to standard error. While people are served, warnings and errors wait for the next full minute, so that no\n"
      "line says when one person did something; info is what the server does by itself, and what ends it is said at once.\n\n"
      "Ends with 0 when it was stopped, 64 for an option that there is not, 69 when the address or the data directory is in use,\n"
      "70 after a bug (start it again), 75 after a fault of the disk (start it again), 78 for a value, a file or a data directory\n"
      "that cannot be used, 1 for anything else.");
  serve->fallthrough();  // so that --config may stand behind `serve`

  auto* links = app.add_subcommand("links", "Print fresh desk links, for whoever lost all of them.");
  links->add_option("--data", config.data, "Data directory of the server")->capture_default_str();
  links->add_option("code", join_code, "Join code of the session; without it, all sessions");
  links
      ->add_option("--role", roles,
                   "facilitator, moderator, stage or presenter (may be repeated); without it, facilitator and presenter")
      ->check([](const std::string& name) { return desk_named(name) ? "" : "there is no desk '" + name + "'"; })
      ->allow_extra_args(false);

  std::string file;
  std::string keys;
  auto* backup = app.add_subcommand("backup", "Write a backup of all sessions, while the server runs or when it does not.");
  backup->add_option("--data", config.data, "Data directory of the server")->capture_default_str();
  backup->add_option("--to", file, "The backup, a new file")->required();
  backup->add_option("--keys", keys, "A new file for the keys of live sessions; whoever has both files can read these sessions");
  auto* restore = app.add_subcommand("restore", "Make a data directory from a backup.");
  restore->add_option("--data", config.data, "Data directory, not there yet or empty")->capture_default_str();
  restore->add_option("--from", file, "The backup")->required();
  restore->add_option("--keys", keys, "The keys that were written with it; without them live sessions start empty");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return Exit{code == 0 ? exit_code::ok : exit_code_of(error, serve->parsed())};
  }

  std::string wrong = parse_listen(listen, config.listen_address, config.listen_port);
  if (!wrong.empty()) wrong = "--listen: " + wrong;
  if (wrong.empty()) {
    wrong = parse_listen(tls_listen, config.tls_listen_address, config.tls_listen_port);
    if (!wrong.empty()) wrong = "--tls-listen: " + wrong;
  }
  if (wrong.empty() && !password_file.empty()) {
    wrong = read_password(password_file, config);
    if (!wrong.empty()) wrong = "--host-password-file: " + wrong;
  }
  if (wrong.empty() && !metrics.empty()) {
    Endpoint& endpoint = config.metrics.emplace();
    wrong = parse_listen(metrics, endpoint.address, endpoint.port);
    if (!wrong.empty()) wrong = "--metrics: " + wrong;
  }
  if (wrong.empty() && !config.address.empty()) {
    wrong = check_address(config.address);
    if (!wrong.empty()) wrong = "--address: " + wrong;
  }
  if (!wrong.empty()) {
    std::cerr << wrong << "\nRun with --help for more information.\n";
    return Exit{exit_code::config};
  }
  const auto keys_file = keys.empty() ? std::nullopt : std::optional(keys);
  if (backup->parsed()) return BackUp{config.data, file, keys_file};
  if (restore->parsed()) return Restore{config.data, file, keys_file};
  if (links->parsed()) return PrintLinks{config, join_code, roles_named(roles)};
  if (check) return CheckOnly{config};
  return Serve{config};
}

}  // namespace durf::app
