// SPDX-License-Identifier: MIT
#include "app/serve.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/ip/address.hpp>
#include <csignal>
#include <functional>
#include <future>
#include <iostream>
#include <vector>

#include "app/attendance.hpp"
#include "app/check_data.hpp"
#include "app/backup_stream.hpp"
#include "app/control.hpp"
#include "app/engine.hpp"
#include "app/notify.hpp"
#include "app/open_files.hpp"
#include "app/own_addresses.hpp"
#include "app/terminal_qr.hpp"
#include "durf/app/embedded_assets.hpp"
#include "durf/app/exit_code.hpp"
#include "durf/net/create_policy.hpp"
#include "durf/net/server.hpp"
#include "durf/net/tls_certificate.hpp"

namespace durf::app {
namespace {

std::vector<net::Asset> assets() {
  std::vector<net::Asset> all;
  for (const EmbeddedAsset& asset : embedded_assets())
    all.push_back({asset.path.substr(1), asset.bytes, asset.gzip.value_or(std::string_view()), asset.content_type});
  return all;
}

/// Said aloud, because the limit of open files is the operator's, and a room that is too large meets it as closed doors.
std::size_t room_for_connections(const Config& config, std::size_t threads) {
  const std::uint64_t files = raise_open_files();
  const std::size_t connections = connections_within(files, threads);
  const auto level = connections < config.participants ? spdlog::level::warn : spdlog::level::info;
  spdlog::log(level, "room for {} connections: this process may open {} files", connections, files);
  return connections;
}

net::ServerConfig network(const Config& config, std::shared_ptr<net::TlsCertificate> certificate,
                          std::size_t connections_max) {
  net::ServerConfig network;
  network.certificate = std::move(certificate);
  network.tls_listen_address = config.tls_listen_address;
  network.tls_port = config.tls_listen_port;
  network.listen_address = config.listen_address;
  network.port = config.listen_port;
  network.host_names = config.hosts;
  network.proxies = config.proxies;
  network.build = std::string(embedded_build_id());
  network.connections_max = connections_max;
  return network;
}

/// What somebody who has just started the server needs: where to begin, and where the phones go.
void greet(const Config& config, const net::Server& server, const std::string& for_phones) {
  const std::string here = "http://localhost:" + std::to_string(server.port());
  // A program reads what this one says, and no QR.
  if (config.log_format == "json") {
    const std::string secure = server.tls_port() == 0 ? "" : ", https as well, on port " + std::to_string(server.tls_port());
    return spdlog::info("running: {}/home on this machine, {} for phones{}", here, for_phones, secure);
  }
  std::cout << "\nDurf is running.\n\n"
            << "  Begin a session, on this machine:  " << here << "/home\n"
            << "  Phones on the same network:        " << for_phones << "\n";
  if (server.tls_port() != 0) std::cout << "  Over https as well, on port:       " << server.tls_port() << "\n";
  std::cout << "\n" << terminal_qr(for_phones + "/") << std::endl;
}

/// A certificate is renewed every few weeks; nobody is to be thrown out for it.
void renew(net::TlsCertificate& certificate) {
  if (const std::string refusal = certificate.reload(); !refusal.empty()) {
    spdlog::error("the certificate stays as it was: {}", refusal);
  } else {
    spdlog::info("new connections get the certificate as it is on the disk now");
  }
}

/// Where phones find this server. Over TLS only by a name: no certificate that they trust is for an address in a local network.
std::string address_of(const Config& config, const net::Server& server) {
  if (!config.address.empty()) return config.address;
  if (server.tls_port() != 0 && !config.hosts.empty()) return address_over_tls(config.hosts.front(), server.tls_port());
  return address_for_phones(config.listen_address, server.port());
}

net::TlsCertificate::Loaded certificate_of(const Config& config) {
  if (config.tls_certificate_file.empty()) return {};
  return net::TlsCertificate::load(config.tls_certificate_file, config.tls_key_file);
}

int refuse_to_listen(const std::string& address, std::uint16_t port, const std::error_code& error) {
  std::cerr << "durf: cannot listen on " << address << ":" << port << ": " << error.message() << "\n";
  return exit_code::unavailable;
}

/// Whether an option names an address by which something can listen; otherwise says so.
bool is_address(const char* option, const std::string& address) {
  boost::system::error_code error;
  boost::asio::ip::make_address(address, error);
  if (error) std::cerr << option << ": '" << address << "' is not an IP address\n";
  return !error;
}

int say_links(const std::string& text) {
  (text == no_links ? std::cerr : std::cout) << text;
  return text == no_links ? exit_code::failed : exit_code::ok;
}

}  // namespace

int serve(const Config& config, GatheredLog& log) {
  const auto loaded = certificate_of(config);
  if (!loaded.refusal.empty()) {
    std::cerr << "durf: " << loaded.refusal << "\n";
    return exit_code::config;
  }
  // Until somebody waits for it: a reload that comes while sessions are still being read must not end the server.
  if (loaded.certificate || ServiceManager::from_environment().is_there()) std::signal(SIGHUP, SIG_IGN);
  auto opened = Engine::open(config);
  if (!opened.engine) {
    std::cerr << "durf: " << opened.refusal << "\n";
    return opened.exit_code;
  }
  Engine& engine = *opened.engine;

  std::vector<net::Server::Place> places;
  for (std::size_t i = 0; i < engine.shards().size(); ++i)
    places.push_back({engine.shards()[i].get(), engine.gateways()[i].get()});
  const std::vector<net::Asset> pages = assets();
  net::CreatePolicy policy(engine.clock(), engine.entropy(),
                           config.host_password ? std::optional<std::string_view>(*config.host_password) : std::nullopt);
  const std::size_t connections_max = room_for_connections(config, engine.shards().size());
  net::Server server(network(config, loaded.certificate, connections_max), std::move(places), pages, policy, engine.clock());

  // All shards listen before anything runs: who finds the port taken has promised nothing yet.
  if (const std::error_code error = server.listen())
    return refuse_to_listen(config.listen_address, config.listen_port, error);
  if (const std::error_code error = server.listen_tls())
    return refuse_to_listen(config.tls_listen_address, config.tls_listen_port, error);
  const std::string address = address_of(config, server);
  if (loaded.certificate && address.starts_with("http://"))
    spdlog::warn("there is a certificate, but phones are sent to {}, where the network can read along; give --host or --address",
                 address);
  engine.set_address(address);
  server.announce(address);
  if (!engine.start()) {
    engine.stop();
    return exit_code::failed;
  }
  BackupStream backups(engine.log(), engine.entropy());
  const auto control = std::make_shared<Control>(*engine.shards().front(), engine.directory(), backups, config.data, address);
  control->start();
  server.start();
  const ServiceManager manager = ServiceManager::from_environment();
  {
    // Without a certificate there is nothing to read again.
    Attendance attendance(config, engine, server, log, manager,
                          loaded.certificate ? [&loaded] { renew(*loaded.certificate); } : std::function<void()>());
    if (!attendance.tell_metrics(connections_max)) {
      control->stop();
      backups.stop();
      server.stop();
      engine.stop();
      return exit_code::unavailable;
    }
    greet(config, server, address);
    log.hold();  // from here on a fault may be somebody's
    engine.directory().when_loaded([&server, &manager] {
      server.readiness().sessions_are_loaded();
      manager.tell("READY=1");
    });
    attendance.wait_for_signal();
  }

  spdlog::info("stopping");
  manager.tell("STOPPING=1");
  control->stop();
  backups.stop();
  server.stop();
  engine.stop();
  log.let_go();
  spdlog::info("stopped");
  return exit_code::ok;
}

int print_links(const PrintLinks& wish) {
  const Config& config = wish.config;
  if (!has_database(config.data)) {
    std::cerr << "durf: there is no data directory of Durf at " << config.data << ", or it may not be read\n";
    return exit_code::failed;
  }
  if (const auto answer = ask_running_server(config.data, request_for_links(wish.join_code, wish.roles))) return say_links(*answer);
  auto opened = Engine::open(config);
  if (!opened.engine) {
    std::cerr << "durf: " << opened.refusal << "\n";
    return opened.exit_code;
  }
  Engine& engine = *opened.engine;
  if (!engine.start()) {
    engine.stop();
    return exit_code::failed;
  }
  std::promise<std::vector<runtime::RescueLink>> made;
  engine.directory().rescue(wish.join_code, wish.roles,
                            [&made](std::vector<runtime::RescueLink> links) { made.set_value(std::move(links)); });
  const std::string text = describe(made.get_future().get(), address_for_phones(config.listen_address, config.listen_port));
  engine.stop();
  return say_links(text);
}

int check(const Config& config) {
  if (!is_address("--listen", config.listen_address)) return exit_code::config;
  if (!is_address("--tls-listen", config.tls_listen_address)) return exit_code::config;
  if (const std::string wrong = certificate_of(config).refusal; !wrong.empty()) {
    std::cerr << wrong << "\n";
    return exit_code::config;
  }
  if (config.metrics && !is_address("--metrics", config.metrics->address)) return exit_code::config;
  if (const std::string wrong = check_data_directory(config.data); !wrong.empty()) {
    std::cerr << "--data: " << wrong << "\n";
    return exit_code::config;
  }
  return exit_code::ok;
}

}  // namespace durf::app
