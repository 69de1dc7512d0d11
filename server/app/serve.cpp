// SPDX-License-Identifier: MIT
#include "app/serve.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/signal_set.hpp>
#include <future>
#include <iostream>
#include <vector>

#include "app/control.hpp"
#include "app/engine.hpp"
#include "app/open_files.hpp"
#include "app/own_addresses.hpp"
#include "app/terminal_qr.hpp"
#include "durf/app/embedded_assets.hpp"
#include "durf/app/exit_code.hpp"
#include "durf/net/create_policy.hpp"
#include "durf/net/server.hpp"

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

net::ServerConfig network(const Config& config, std::size_t connections_max) {
  net::ServerConfig network;
  network.listen_address = config.listen_address;
  network.port = config.listen_port;
  network.host_names = config.hosts;
  network.proxies = config.proxies;
  network.build = std::string(embedded_build_id());
  network.connections_max = connections_max;
  return network;
}

/// What somebody who has just started the server needs: where to begin, and where the phones go.
void greet(std::uint16_t port, const std::string& for_phones) {
  const std::string here = "http://localhost:" + std::to_string(port);
  std::cout << "\nDurf is running.\n\n"
            << "  Begin a session, on this machine:  " << here << "/home\n"
            << "  Phones on the same network:        " << for_phones << "\n\n"
            << terminal_qr(for_phones + "/") << std::endl;
}

void wait_for_signal() {
  boost::asio::io_context loop;
  boost::asio::signal_set signals(loop, SIGINT, SIGTERM);
  signals.async_wait([](const boost::system::error_code&, int) {});
  loop.run();
}

}  // namespace

int serve(const Config& config) {
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
  net::Server server(network(config, connections_max), std::move(places), pages, policy, engine.clock());

  // All shards listen before anything runs: who finds the port taken has promised nothing yet.
  if (const std::error_code error = server.listen()) {
    std::cerr << "durf: cannot listen on " << config.listen_address << ":" << config.listen_port << ": "
              << error.message() << "\n";
    return exit_code::unavailable;
  }
  const std::string address =
      config.address.empty() ? address_for_phones(config.listen_address, server.port()) : config.address;
  engine.set_address(address);
  server.announce(address);
  if (!engine.start()) {
    engine.stop();
    return exit_code::failed;
  }
  const auto control = std::make_shared<Control>(*engine.shards().front(), engine.directory(), config.data, address);
  control->start();
  server.start();
  greet(server.port(), address);

  wait_for_signal();

  spdlog::info("stopping");
  control->stop();
  server.stop();
  engine.stop();
  spdlog::info("stopped");
  return exit_code::ok;
}

int print_links(const PrintLinks& wish) {
  const Config& config = wish.config;
  if (const auto answer = ask_running_server(config.data, request_for_links(wish.join_code, wish.roles))) {
    std::cout << *answer;
    return exit_code::ok;
  }
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
  std::cout << describe(made.get_future().get(), address_for_phones(config.listen_address, config.listen_port));
  engine.stop();
  return exit_code::ok;
}

int check(const Config& config) {
  boost::system::error_code error;
  boost::asio::ip::make_address(config.listen_address, error);
  if (error) {
    std::cerr << "--listen: '" << config.listen_address << "' is not an IP address\n";
    return exit_code::config;
  }
  return exit_code::ok;
}

}  // namespace durf::app
