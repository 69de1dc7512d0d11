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
    case RejectionCode::unknown_reply:
    case RejectionCode::cannot_merge:
    case RejectionCode::changed_meanwhile:
    case RejectionCode::ask_backs_full:
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

/// The gateway's answer, awaited on the shard that it comes back to. `ask` is given the function to be called with it.
template <class Outcome, class Ask>
Awaitable<Outcome> ask_gateway(Ask ask) {
  asio::use_awaitable_t<Executor> token;
  return asio::async_initiate<asio::use_awaitable_t<Executor>, void(Outcome)>(
      [](auto handler, Ask question) {
        // std::function copies what it holds, a handler cannot be copied.
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        question([kept](Outcome outcome) {
          const auto executor = asio::get_associated_executor(*kept);
          asio::post(executor, [kept, outcome = std::move(outcome)]() mutable {
            std::move (*kept)(std::move(outcome));
          });
        });
      },
      token, std::move(ask));
}

/// What the header says, if it is there once and is one.
template <class Secret>
std::optional<Secret> secret_of(const RequestHead& head) {
  constexpr std::string_view name = "Durf-Secret";
  if (head.message.count(name) != 1) return std::nullopt;
  return Secret::from_text(std::string_view(head.message[name]));
}

Response answer_of(runtime::AskOutcome outcome) {
  if (auto* body = std::get_if<std::string>(&outcome)) return json_answer(200, std::move(*body));
  switch (std::get<runtime::AskRefusal>(outcome)) {
    case runtime::AskRefusal::unknown_session:
      return refuse(404, "unknown_session");
    case runtime::AskRefusal::not_closed:
      return refuse(409, "not_closed");
    case runtime::AskRefusal::unavailable:
      return refuse(503, "unavailable");
  }
  return refuse(503, "unavailable");
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
  const auto ask = [&gateway = station.gateway(), session = std::move(*wanted)](auto done) {
    gateway.create_session(session, std::move(done));
  };
  const CreateOutcome outcome = co_await ask_gateway<CreateOutcome>(ask);
  co_return std::visit(AnswerOf{station.site().config}, outcome);
}

Awaitable<Response> answer_results(Station& station, const RequestHead& head) {
  const auto secret = secret_of<domain::ResultsSecret>(head);
  if (!secret) co_return refuse(404, "unknown_session");
  const auto ask = [&gateway = station.gateway(), secret = *secret](auto done) {
    gateway.results(secret, std::move(done));
  };
  co_return answer_of(co_await ask_gateway<runtime::AskOutcome>(ask));
}

Awaitable<Response> answer_session(Station& station, const RequestHead& head) {
  const auto secret = secret_of<protocol::Secret>(head);
  if (!secret) co_return refuse(404, "unknown_session");
  const auto ask = [&gateway = station.gateway(), secret = *secret](auto done) {
    gateway.session_state(secret, std::move(done));
  };
  co_return answer_of(co_await ask_gateway<runtime::AskOutcome>(ask));
}

Awaitable<Response> delete_session(Station& station, const RequestHead& head) {
  const auto secret = secret_of<protocol::Secret>(head);
  if (!secret) co_return refuse(404, "unknown_session");
  const auto ask = [&gateway = station.gateway(), secret = *secret](auto done) {
    gateway.delete_session(secret, std::move(done));
  };
  co_return answer_of(co_await ask_gateway<runtime::AskOutcome>(ask));
}

}  // namespace durf::net
