// SPDX-License-Identifier: MIT
#include "net/api.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include "durf/protocol/decode.hpp"
#include "durf/protocol/encode.hpp"

namespace durf::net {

namespace {

using runtime::CreateOutcome;
using runtime::CreateRefusal;

Response refuse(unsigned status, std::string_view code, std::optional<std::int64_t> min = std::nullopt,
                std::optional<std::int64_t> max = std::nullopt) {
  return json_answer(status, protocol::encode_refusal(code, min, max));
}

unsigned status_of(domain::RejectionCode code) {
  using domain::RejectionCode;
  switch (code) {
    case RejectionCode::not_allowed:
    case RejectionCode::not_yours:
      return 403;
    case RejectionCode::id_taken:
      return 409;
    case RejectionCode::too_fast:
      return 429;
    case RejectionCode::disk_full:
      return 503;
    case RejectionCode::not_now:
    case RejectionCode::too_late:
    case RejectionCode::unknown_question:
    case RejectionCode::unknown_topic:
    case RejectionCode::unknown_link:
    case RejectionCode::unknown_pairing:
    case RejectionCode::text_empty:
    case RejectionCode::text_forbidden:
    case RejectionCode::text_too_long:
    case RejectionCode::one_per_round:
    case RejectionCode::hat_full:
    case RejectionCode::questions_full:
    case RejectionCode::links_full:
    case RejectionCode::out_of_range:
    case RejectionCode::only_longer:
    case RejectionCode::last_link:
      return 400;
  }
  return 400;
}

struct AnswerOf {
  const ServerConfig& config;

  Response operator()(const runtime::SessionCreatedAnswer& created) const {
    return json_answer(201, protocol::encode_created(created.session, created.join_code));
  }
  Response operator()(const domain::Rejection& rejection) const {
    return refuse(status_of(rejection.code), domain::name_of(rejection.code), rejection.min, rejection.max);
  }
  Response operator()(CreateRefusal refusal) const {
    switch (refusal) {
      case CreateRefusal::sessions_full:
        return refuse(503, "sessions_full", std::nullopt, config.sessions_max);
      case CreateRefusal::disk_full:
        return refuse(503, "disk_full");
      case CreateRefusal::id_taken:
        return refuse(409, "id_taken");
    }
    return refuse(503, "disk_full");
  }
};

/// The gateway's answer, awaited on the shard that it comes back to.
Awaitable<CreateOutcome> ask_gateway(runtime::Gateway& gateway, protocol::CreateSession session) {
  asio::use_awaitable_t<Executor> token;
  return asio::async_initiate<asio::use_awaitable_t<Executor>, void(CreateOutcome)>(
      [](auto handler, runtime::Gateway* to, protocol::CreateSession wanted) {
        // std::function copies what it holds, a handler cannot be copied.
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        to->create_session(std::move(wanted), [kept](CreateOutcome outcome) {
          const auto executor = asio::get_associated_executor(*kept);
          asio::post(executor, [kept, outcome = std::move(outcome)]() mutable {
            std::move (*kept)(std::move(outcome));
          });
        });
      },
      token, &gateway, std::move(session));
}

}  // namespace

Response answer_host(Station& station, bool from_loopback) {
  const Site& site = station.site();
  std::string_view create = "refused";
  switch (site.policy.offer(from_loopback)) {
    case CreatePolicy::Offer::open:
      create = "open";
      break;
    case CreatePolicy::Offer::password:
      create = "password";
      break;
    case CreatePolicy::Offer::refused:
      create = "refused";
      break;
  }
  return json_answer(200, protocol::encode_host(create, site.address, site.config.build));
}

Awaitable<Response> create_session(Station& station, bool from_loopback, std::string_view body) {
  auto wanted = protocol::decode_create_session(body);
  if (!wanted) co_return refuse(400, "bad_message");
  switch (station.site().policy.judge(from_loopback, wanted->password)) {
    case CreatePolicy::Verdict::allowed:
      break;
    case CreatePolicy::Verdict::not_allowed:
      co_return refuse(403, "not_allowed");
    case CreatePolicy::Verdict::wrong_password:
      co_return refuse(403, "wrong_password");
    case CreatePolicy::Verdict::too_fast:
      co_return refuse(429, "too_fast");
  }
  const CreateOutcome outcome = co_await ask_gateway(station.gateway(), std::move(*wanted));
  co_return std::visit(AnswerOf{station.site().config}, outcome);
}

}  // namespace durf::net
