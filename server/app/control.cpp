// SPDX-License-Identifier: MIT
#include "app/control.hpp"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <algorithm>
#include <memory>

#include "app/desks.hpp"
#include "durf/runtime/faults.hpp"

namespace durf::app {
namespace asio = boost::asio;
using asio::local::stream_protocol;

namespace {

constexpr std::size_t line_bytes_max = 128;
constexpr std::string_view links_verb = "links ";
constexpr std::string_view backup_verb = "backup";
constexpr std::string_view backup_with_keys_verb = "backup keys";
constexpr auto awaiting = asio::as_tuple(asio::use_awaitable);

std::string socket_path(const std::string& data) { return data + "/control"; }

/// What Asio may wait for: a function that calls back once with the links, on the directory's shard.
asio::awaitable<std::vector<runtime::RescueLink>> rescue(runtime::Directory& directory, std::string join_code,
                                                         std::vector<domain::Role> roles) {
  return asio::async_initiate<decltype(asio::use_awaitable), void(std::vector<runtime::RescueLink>)>(
      [&directory, join_code, roles](auto handler) {
        auto shared = std::make_shared<decltype(handler)>(std::move(handler));
        directory.rescue(join_code, roles, [shared](std::vector<runtime::RescueLink> links) {
          auto executor = asio::get_associated_executor(*shared);
          asio::post(executor, [shared, links = std::move(links)]() mutable { (*shared)(std::move(links)); });
        });
      },
      asio::use_awaitable);
}

/// "links CODE ROLE…", the code being empty for all sessions. Words that are no role ask for nothing.
asio::awaitable<std::vector<runtime::RescueLink>> rescue_as_asked(runtime::Directory& directory, std::string_view words) {
  std::vector<domain::Role> roles;
  std::string code;
  for (bool first = true; first || !words.empty(); first = false) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (first)
      code = word;
    else if (const Desk* desk = desk_named(word))
      roles.push_back(desk->role);
  }
  return rescue(directory, std::move(code), std::move(roles));
}

}  // namespace

std::string request_for_links(const std::string& join_code, const std::vector<domain::Role>& roles) {
  std::string line = std::string(links_verb) + join_code;
  for (const domain::Role role : roles) line.append(" ").append(desk_of(role)->name);
  return line;
}

std::string describe(const std::vector<runtime::RescueLink>& links, const std::string& address) {
  if (links.empty()) return std::string(no_links);
  std::string text;
  for (const runtime::RescueLink& link : links) {
    constexpr std::size_t column = 13;
    std::string name(desk_of(link.role)->name);
    name.resize(column, ' ');
    text.append(link.title).append("\n  ").append(name).append(address).append(desk_of(link.role)->page);
    text.append(link.secret.text()).append("\n");
  }
  return text;
}

Control::Control(runtime::Shard& shard, runtime::Directory& directory, BackupStream& backups, std::string data,
                 std::string address)
    : shard_(shard),
      directory_(directory),
      backups_(backups),
      path_(socket_path(data)),
      address_(std::move(address)),
      acceptor_(shard.loop()) {}

bool Control::start() {
  ::unlink(path_.c_str());  // of a server that was killed: the lock says that none runs
  boost::system::error_code error;
  acceptor_.open(stream_protocol(), error);
  if (!error) acceptor_.bind(stream_protocol::endpoint(path_), error);
  if (!error) acceptor_.listen(4, error);
  if (error) {
    spdlog::warn("`durf links` and `durf backup` will not reach this server: {}", error.message());
    return false;
  }
  asio::co_spawn(
      shard_.loop(), [self = shared_from_this()] { return self->accept(); }, runtime::thrown_into_the_loop);
  return true;
}

void Control::stop() {
  asio::post(shard_.loop(), [self = shared_from_this()] {
    boost::system::error_code ignored;
    self->acceptor_.close(ignored);
    ::unlink(self->path_.c_str());
  });
}

asio::awaitable<void> Control::accept() {
  for (;;) {
    auto [error, socket] = co_await acceptor_.async_accept(awaiting);
    if (error == asio::error::operation_aborted || !acceptor_.is_open()) co_return;
    if (!error)
      asio::co_spawn(
          shard_.loop(),
          [self = shared_from_this(), socket = std::move(socket)]() mutable { return self->answer(std::move(socket)); },
          runtime::thrown_into_the_loop);
  }
}

asio::awaitable<void> Control::answer(stream_protocol::socket socket) {
  std::string line;
  auto [error, size] = co_await asio::async_read_until(socket, asio::dynamic_buffer(line, line_bytes_max), '\n', awaiting);
  if (error) co_return;
  line.resize(size - 1);
  if (line == backup_verb) co_return co_await give_backup(std::move(socket), storage::BackupKeys::left_out);
  if (line == backup_with_keys_verb) co_return co_await give_backup(std::move(socket), storage::BackupKeys::along);
  std::string text = "This server does not know that request.\n";
  if (line.starts_with(links_verb))
    text = describe(co_await rescue_as_asked(directory_, std::string_view(line).substr(links_verb.size())), address_);
  co_await asio::async_write(socket, asio::buffer(text), awaiting);
}

/// The line first, by the loop: it cannot fill the socket. From then on the socket is the backup's thread's.
asio::awaitable<void> Control::give_backup(stream_protocol::socket socket, storage::BackupKeys keys) {
  const std::string follows = std::string(backup_follows) + "\n";
  if (backups_.is_under_way()) {
    const std::string busy = "Another backup is under way. Try again when it is done.\n";
    co_await asio::async_write(socket, asio::buffer(busy), awaiting);
    co_return;
  }
  auto [error, written] = co_await asio::async_write(socket, asio::buffer(follows), awaiting);
  boost::system::error_code ignored;
  const int descriptor = error ? -1 : socket.release(ignored);
  if (descriptor >= 0 && !backups_.start(descriptor, keys)) ::close(descriptor);
}

std::string request_for_backup(storage::BackupKeys keys) {
  return std::string(keys == storage::BackupKeys::along ? backup_with_keys_verb : backup_verb);
}

ServerLine::~ServerLine() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::string ServerLine::first_line() {
  std::string line;
  char byte = 0;
  while (line.size() < line_bytes_max && ::read(descriptor_, &byte, 1) == 1 && byte != '\n') line.push_back(byte);
  return line;
}

std::optional<ServerLine> connect_to_running_server(const std::string& data, const std::string& line) {
  asio::io_context loop;
  stream_protocol::socket socket(loop);
  boost::system::error_code error;
  socket.connect(stream_protocol::endpoint(socket_path(data)), error);
  if (error) return std::nullopt;
  asio::write(socket, asio::buffer(line + "\n"), error);
  socket.native_non_blocking(false, error);
  return ServerLine(socket.release(error));
}

std::optional<std::string> ask_running_server(const std::string& data, const std::string& line) {
  asio::io_context loop;
  stream_protocol::socket socket(loop);
  boost::system::error_code error;
  socket.connect(stream_protocol::endpoint(socket_path(data)), error);
  if (error) return std::nullopt;
  asio::write(socket, asio::buffer(line + "\n"), error);
  std::string text;
  asio::read(socket, asio::dynamic_buffer(text), error);
  if (error != asio::error::eof) return std::nullopt;
  return text;
}

}  // namespace durf::app
