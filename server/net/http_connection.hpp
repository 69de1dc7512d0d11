// SPDX-License-Identifier: MIT
// One connection that speaks HTTP, over TLS or without: requests one after another, each within its time, until it closes or
// becomes a WebSocket (and then it is a WebsocketConnection's). Lives as long as its coroutine. Shard's
// thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "net/request_head.hpp"
#include "net/response.hpp"
#include "net/station.hpp"
#include "net/transport.hpp"

namespace durf::net {

class HttpConnection final : public Guest,
                             public std::enable_shared_from_this<HttpConnection>,
                             private TimerWheel::Waiter {
 public:
  /// Begins a connection on the station's shard. The transport's socket was prepared.
  static void begin(std::shared_ptr<Station> station, Transport transport);

  HttpConnection(std::shared_ptr<Station> station, Transport transport);

  /// False: too many connections are open from there, or too many handshakes of TLS were begun.
  bool admitted();

  // Guest
  void leave() override;
  void cut() override;

 private:
  /// A request that was read, or why it is refused; neither: nobody is there any more.
  using Next = std::variant<std::monostate, RequestHead, Refusal>;

  Awaitable<> run();
  Awaitable<Next> read_head();
  Awaitable<bool> read_body(std::size_t bytes);
  Awaitable<bool> answer(RequestHead head);
  Awaitable<bool> refuse_too_much(const RequestHead& head);
  Awaitable<Response> respond(const RequestHead& head);
  Awaitable<bool> send(Response response, bool with_body, bool keep_alive);
  Awaitable<bool> write(std::string_view head, std::string_view body);
  template <class Step>
  Awaitable<bool> all_sent(Step step);
  Awaitable<bool> room_after(error_code error);
  Awaitable<> linger();
  std::optional<Refusal> judge_origin(const RequestHead& head) const;
  Scheme scheme() const;
  bool from_loopback(const RequestHead& head) const;
  /// Whose limits this request counts for: the peer's, or its client's if the peer is a proxy of ours.
  AddressGate::Source source_of(const RequestHead& head) const;
  const SocketPath* socket_at(std::string_view path) const;
  /// False: over a limit of its address.
  bool become_websocket(RequestHead& head, const AddressGate::Source& source, const SocketPath& socket);

  void within(std::int64_t ms);
  void due(base::SteadyMs now) override;

  std::shared_ptr<Station> station_;
  Transport transport_;
  AddressGate::Source source_;  ///< of the peer
  bool from_proxy_ = false;     ///< of ours, which brings many
  AddressGate::Stay stay_;
  std::string buffer_;  ///< what was read and not used yet
  bool is_idle_ = true;
  bool timed_out_ = false;
  bool leaving_ = false;
  bool stay_on_tls_ = false;  ///< said to the request at hand, see `security_headers.hpp`
};

}  // namespace durf::net
