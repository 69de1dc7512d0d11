// SPDX-License-Identifier: MIT
// Whatever bytes a connection brings, in whatever pieces: what the server answers is whole. Before the handshake that is HTTP, behind
// it a stream of whole frames, ours and Beast's through the one serialiser, that nothing follows once it was closed. A real
// connection on a real loopback socket, with a send buffer so small that writes are partial, and a clock that stands.
// The input: a byte of choices, then pieces, each with its length before it in one byte.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/post.hpp>
#include <cerrno>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#include "fuzz/target.hpp"
#include "net/fake_gateway.hpp"
#include "net/http_connection.hpp"
#include "net/station.hpp"
#include "net/transport.hpp"
#include "net/websocket_connection.hpp"
#include "net/wire.hpp"

using durf::fuzz::must;
using namespace durf;
using namespace durf::net;

namespace {

struct StandingClock final : base::Clock {
  base::SteadyMs now() const override { return {1'000'000}; }
};
struct NoEntropy final : base::Entropy {
  void fill(std::span<std::uint8_t> out) override { std::fill(out.begin(), out.end(), std::uint8_t{7}); }
};

/// One listening socket for all inputs.
class Door {
 public:
  Door() : listening_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    must(::bind(listening_, reinterpret_cast<sockaddr*>(&address), size) == 0 && ::listen(listening_, 8) == 0, "a socket to listen on");
    must(::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) == 0, "its address");
    address_ = address;
  }

  std::uint16_t port() const { return ntohs(address_.sin_port); }

  /// Both ends of a connection: the client's, the server's.
  std::pair<int, int> open() const {
    const int client = ::socket(AF_INET, SOCK_STREAM, 0);
    // The fuzzer's own alarm may interrupt these calls; a connection goes on all the same.
    const auto connected = [&] { return ::connect(client, reinterpret_cast<const sockaddr*>(&address_), sizeof address_) == 0 || errno == EISCONN; };
    while (!connected()) must(errno == EINTR, "a connection");
    // Thousands a second must not stay behind in the kernel.
    const linger at_once{1, 0};
    ::setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::fcntl(client, F_SETFL, O_NONBLOCK);
    int server = -1;
    while ((server = ::accept(listening_, nullptr, nullptr)) < 0) must(errno == EINTR, "its other end");
    const int small = 2'048;
    ::setsockopt(server, SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
    return {client, server};
  }

 private:
  int listening_;
  sockaddr_in address_{};
};

/// Does one step of its own between any two of the server's: sends a piece, reads a little, or looks whether all is over.
class Visitor : public std::enable_shared_from_this<Visitor> {
 public:
  Visitor(int socket, fuzz::Choices choices, std::string first, runtime::Shard& shard, Site& site, Station& station)
      : socket_(socket), choices_(choices), to_send_(std::move(first)), shard_(shard), site_(site), station_(station) {}

  void step() {
    read();
    send();
    const bool over = site_.connections == 0;
    if (over) {
      read();
      return shard_.stop();
    }
    // Everything was sent and the answers stay away: from here on only the limit of time would end it.
    if (sent_all_ && ++idle_ > 200) station_.cut_all();
    boost::asio::post(shard_.loop(), [self = shared_from_this()] { self->step(); });
  }

  std::string heard;

 private:
  void read() {
    char part[4'096];
    const ssize_t size = ::recv(socket_, part, sizeof part, 0);
    if (size <= 0) return;
    heard.append(part, static_cast<std::size_t>(size));
    idle_ = 0;
  }

  void send() {
    if (to_send_.empty() && !choices_.empty()) to_send_ = choices_.take(choices_.byte());
    if (!to_send_.empty()) {
      const ssize_t size = ::send(socket_, to_send_.data(), to_send_.size(), MSG_NOSIGNAL);
      if (size > 0) to_send_.erase(0, static_cast<std::size_t>(size));
      if (size < 0 && errno != EAGAIN) to_send_.clear();
    } else if (choices_.empty() && !sent_all_) {
      ::shutdown(socket_, SHUT_WR);
      sent_all_ = true;
    }
  }

  int socket_;
  fuzz::Choices choices_;
  std::string to_send_;
  runtime::Shard& shard_;
  Site& site_;
  Station& station_;
  bool sent_all_ = false;
  int idle_ = 0;
};

/// Throws when what was heard cannot be what a server says.
void check(std::string heard, bool closed_properly) {
  constexpr std::string_view switching = "HTTP/1.1 101 ";
  const std::size_t at = heard.find(switching);
  const std::string before = heard.substr(0, at);
  must(before.empty() || before.starts_with("HTTP/1.1 "), "an answer is HTTP");
  if (at == std::string::npos) return;
  const std::size_t end = heard.find("\r\n\r\n", at);
  if (end == std::string::npos) return;
  heard.erase(0, end + 4);
  bool closed = false;
  while (const auto frame = net::testing::take_frame(heard)) {
    must(!closed, "nothing follows a close frame");
    must(frame->fin, "every message comes as one frame");
    if (frame->opcode >= net::testing::close) must(frame->payload.size() <= 125, "a control frame is short");
    closed = frame->opcode == net::testing::close;
  }
  if (closed && closed_properly) must(heard.empty(), "the last frame is whole");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  static const Door door;
  static StandingClock clock;
  static NoEntropy entropy;
  fuzz::Choices choices(fuzz::text_of(bytes, size));
  const std::uint8_t choice = choices.byte();

  CreatePolicy policy(clock, entropy, std::nullopt);
  net::testing::FakeGateway gateway;
  gateway.everyone_is_desk = (choice & 2) != 0;
  gateway.on_message = [&](runtime::Connection& page, const protocol::ClientMessage&) {
    const std::string answer((choice & 4) != 0 ? 3'000 : 30, 'a');
    page.push(protocol::make_frame(protocol::Opcode::text, answer));
    if ((choice & 8) != 0) page.close(protocol::CloseCode::resync);
  };
  gateway.on_drained = [](runtime::Connection& page) { page.caught_up(); };

  const std::shared_ptr<Site> site(new Site{ServerConfig{}, StaticFiles({}), OwnNames({}), policy, clock, "http://127.0.0.1", {}, {}});
  site->sockets = {{"/ws", &WebsocketConnection::begin}};
  site->names.set_port(door.port());
  runtime::Shard shard(0);
  const auto station = std::make_shared<Station>(site, shard, gateway);
  const auto [client, server] = door.open();
  boost::asio::post(shard.loop(), [&shard, &station, server = server] {
    Socket socket(shard.loop().get_executor(), Tcp::v4(), server);
    must(!Transport::prepare(socket), "a socket that does not block");
    HttpConnection::begin(station, Transport(std::move(socket)));
  });
  std::string first;
  if ((choice & 1) != 0) {
    const std::string host = "127.0.0.1:" + std::to_string(door.port());
    first = "GET /ws HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
            "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  }
  const auto visitor = std::make_shared<Visitor>(client, choices, std::move(first), shard, *site, *station);
  boost::asio::post(shard.loop(), [visitor] { visitor->step(); });
  shard.run();
  station->close([] {});

  try {
    check(std::move(visitor->heard), true);
  } catch (const std::runtime_error& torn) {
    must(false, torn.what());
  }
  ::close(client);
  return 0;
}
