// SPDX-License-Identifier: MIT
// A completion handler that is kept for later, its type erased. Completing posts: it never runs inside the
// call that keeps or completes it. (Asio 1.81's own erasure recurses without end through a Beast binder.)
// Destroyed without being completed, it destroys the handler, as Asio does at shutdown. One thread.
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <memory>
#include <utility>

#include "net/asio_aliases.hpp"

namespace durf::net {

template <class... Results>
class HeldHandler {
 public:
  HeldHandler() = default;

  template <class Handler>
  HeldHandler(Executor executor, Handler handler)
      : kept_(std::make_unique<Kept<Handler>>(executor, std::move(handler))) {}

  explicit operator bool() const { return kept_ != nullptr; }

  /// Posts the handler; afterwards this holds nothing. Without a handler nothing happens.
  void complete(Results... results) {
    if (kept_ == nullptr) return;
    const auto kept = std::move(kept_);
    kept->post(std::move(results)...);
  }

 private:
  struct Erased {
    virtual ~Erased() = default;
    virtual void post(Results... results) = 0;
  };

  template <class Handler>
  struct Kept final : Erased {
    Kept(Executor executor, Handler to_keep) : work(executor), handler(std::move(to_keep)) {}
    void post(Results... results) override {
      asio::post(work.get_executor(),
                 boost::beast::bind_front_handler(std::move(handler), std::move(results)...));
    }
    asio::executor_work_guard<Executor> work;
    Handler handler;
  };

  std::unique_ptr<Erased> kept_;
};

}  // namespace durf::net
