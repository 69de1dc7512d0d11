// SPDX-License-Identifier: MIT
#include "durf/net/metrics_listener.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/verb.hpp>
#include <chrono>
#include <unordered_set>
#include <utility>
#include <variant>

#include "durf/runtime/faults.hpp"
#include "net/asio_aliases.hpp"
#include "net/limits.hpp"
#include "net/request_head.hpp"
#include "net/response.hpp"

namespace durf::net {
namespace {

namespace http = boost::beast::http;

Response refuse_method() {
  Response refused = refusal_page(Refusal::method_not_allowed);
  refused.allow = "GET, HEAD";
  return refused;
}

}  // namespace

/// Shared by the coroutines, which may outlive the listener.
class MetricsListener::Desk : public std::enable_shared_from_this<Desk> {
 public:
  Desk(asio::io_context& loop, std::function<std::string()> text)
      : text_(std::move(text)), executor_(loop.get_executor()), acceptor_(executor_), pause_(executor_) {}

  error_code open(const Tcp::endpoint& endpoint) {
    error_code error;
    if (acceptor_.open(endpoint.protocol(), error); error) return error;
    if (acceptor_.set_option(asio::socket_base::reuse_address(true), error); error) return error;
    if (acceptor_.bind(endpoint, error); error) return error;
    acceptor_.listen(static_cast<int>(limits::scrapes_max), error);
    return error;
  }

  std::uint16_t port() const {
    error_code error;
    const auto endpoint = acceptor_.local_endpoint(error);
    return error ? std::uint16_t{0} : endpoint.port();
  }

  void start() {
    asio::co_spawn(
        executor_, [self = shared_from_this()] { return self->accept_all(); }, runtime::thrown_into_the_loop);
  }

  void stop() {
    error_code ignored;  // nothing listens either way
    acceptor_.close(ignored);
    pause_.cancel();
    for (Scrape* scrape : scrapes_) scrape->cut();
  }

 private:
  /// One connection. The timer cuts it, whatever it waits for.
  struct Scrape {
    Scrape(std::shared_ptr<Desk> of, Socket from) : desk(std::move(of)), socket(std::move(from)), timer(desk->executor_) {
      desk->scrapes_.insert(this);
    }
    ~Scrape() { desk->scrapes_.erase(this); }
    void cut() {
      error_code ignored;
      socket.close(ignored);
    }
    const std::shared_ptr<Desk> desk;
    Socket socket;
    SteadyTimer timer;
  };

  Awaitable<> accept_all() {
    while (acceptor_.is_open()) {
      auto [error, socket] = co_await acceptor_.async_accept(as_result);
      if (!acceptor_.is_open()) co_return;
      if (error) {
        pause_.expires_after(std::chrono::milliseconds(limits::accept_pause_ms));
        co_await pause_.async_wait(as_result);
      } else if (scrapes_.size() < limits::scrapes_max) {
        auto scrape = std::make_shared<Scrape>(shared_from_this(), std::move(socket));
        asio::co_spawn(executor_, answer(std::move(scrape)), runtime::thrown_into_the_loop);
      }
    }
  }

  static Awaitable<> answer(std::shared_ptr<Scrape> scrape) {
    scrape->timer.expires_after(std::chrono::milliseconds(limits::scrape_ms_max));
    scrape->timer.async_wait([weak = std::weak_ptr(scrape)](error_code error) {
      if (const auto late = weak.lock(); late && !error) late->cut();
    });
    std::string request;
    while (request.find("\r\n\r\n") == std::string::npos && request.size() < limits::head_bytes_max) {
      std::array<char, 2'048> part;
      const auto [error, size] = co_await scrape->socket.async_read_some(asio::buffer(part), as_result);
      if (error) co_return;
      request.append(part.data(), size);
    }
    const auto end = request.find("\r\n\r\n");
    const auto head = end == std::string::npos ? std::variant<RequestHead, Refusal>(Refusal::head_too_large)
                                               : parse_request_head(std::string_view(request).substr(0, end + 4));
    const auto* asked = std::get_if<RequestHead>(&head);
    const Response response = asked ? scrape->desk->respond(*asked) : refusal_page(std::get<Refusal>(head));
    const bool with_body = !asked || asked->message.method() != http::verb::head;
    const std::string bytes = encode_head(response, false) + std::string(with_body ? response.body() : std::string_view{});
    co_await asio::async_write(scrape->socket, asio::buffer(bytes), as_result);
    error_code error;
    scrape->socket.shutdown(Socket::shutdown_send, error);
    // Closing with unread bytes in the socket would take the answer away from the peer.
    while (!error) {
      std::array<char, 2'048> part;
      const auto [failed, size] = co_await scrape->socket.async_read_some(asio::buffer(part), as_result);
      error = failed;
    }
  }

  Response respond(const RequestHead& head) const {
    if (head.path() != "/metrics") return refusal_page(Refusal::not_found);
    if (head.message.method() != http::verb::get && head.message.method() != http::verb::head) return refuse_method();
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.own_body = text_();
    return response;
  }

  const std::function<std::string()> text_;
  Executor executor_;
  Acceptor acceptor_;
  SteadyTimer pause_;
  std::unordered_set<Scrape*> scrapes_;
};

MetricsListener::MetricsListener(boost::asio::io_context& loop, std::function<std::string()> text)
    : desk_(std::make_shared<Desk>(loop, std::move(text))) {}

MetricsListener::~MetricsListener() { stop(); }

std::error_code MetricsListener::start(const std::string& address, std::uint16_t port) {
  error_code error;
  const auto ip = asio::ip::make_address(address, error);
  if (!error) error = desk_->open({ip, port});
  if (error) {
    desk_->stop();
    return error;
  }
  desk_->start();
  return {};
}

std::uint16_t MetricsListener::port() const { return desk_->port(); }

void MetricsListener::stop() { desk_->stop(); }

}  // namespace durf::net
