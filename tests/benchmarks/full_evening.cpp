// SPDX-License-Identifier: MIT
// A data directory after a full evening, made through the real log in a second or two: what tests/benchmarks/start.mjs starts the
// program on. Prints the session's join key.
//
//   full_evening FOLDER [questions] [upvotes] [records behind the snapshot]
//
// A session's log is one snapshot and what came behind it; the most that may come behind it is what a running server leaves
// there when it is killed just before it rewrites the log.
#include <sys/random.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <string>
#include <vector>

#include "durf/domain/apply.hpp"
#include "durf/log/record_codec.hpp"
#include "durf/storage/key_files.hpp"
#include "durf/storage/sqlite_log.hpp"

namespace {

using namespace durf;

class OsEntropy final : public base::Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override {
    if (::getrandom(out.data(), out.size(), 0) != static_cast<ssize_t>(out.size())) std::abort();
  }
};

class Evening {
 public:
  Evening(const std::string& folder, std::size_t questions, std::size_t upvotes, std::size_t behind)
      : keys_(folder + "/keys", entropy_), questions_(questions), upvotes_(upvotes), behind_(behind) {
    auto opened = storage::SqliteLog::open({folder, [](std::string_view) { std::abort(); }, ""}, keys_, entropy_);
    if (!opened.log) std::abort();
    log_ = std::move(opened.log);
  }

  domain::JoinKey hold() {
    const domain::Definition definition = begin();
    ask();
    for (std::size_t i = 0; i + behind_ < upvotes_; ++i) apply(upvote(i));
    append(log::AppendMode::replace, log::encode_snapshot(state_));
    for (std::size_t i = upvotes_ - std::min(behind_, upvotes_); i < upvotes_; ++i)
      append(log::AppendMode::extend, log::encode_events(upvote(i)));
    log_->close();
    return definition.join_key;
  }

 private:
  template <class Id>
  Id random() {
    return base::random_id<Id>(entropy_);
  }

  domain::Definition begin() {
    domain::Definition definition;
    definition.id = random<domain::SessionId>();
    definition.title = {domain::Language::nl, "Een volle avond"};
    definition.join_code = "123456";
    definition.join_key = random<domain::JoinKey>();
    definition.lobby = false;
    definition.links[random<domain::LinkId>()] = {domain::Role::facilitator, "", random<domain::SecretHash>()};
    session_ = definition.id;
    apply({domain::SessionCreated{definition}});
    append(log::AppendMode::extend, log::encode_events({domain::SessionCreated{definition}}),
           log::encode_definition(definition));
    return definition;
  }

  void ask() {
    for (std::size_t i = 0; i < questions_; ++i) {
      asked_.push_back(random<domain::QuestionId>());
      apply({domain::QuestionSubmitted{asked_.back(), {},
                                       {domain::Language::nl, "Vraag " + std::to_string(i) + std::string(120, '?')},
                                       random<domain::AuthorshipHash>(), random<domain::Receipt>(),
                                       random<domain::Nullifier>()},
             domain::CommandAccepted{random<domain::CommandId>()}});
    }
    apply({domain::RoundPassed{asked_, {}, {}, {}}});
  }

  domain::Events upvote(std::size_t number) {
    return {domain::UpvoteChanged{asked_[number % asked_.size()], random<domain::Nullifier>(), 1, true},
            domain::CommandAccepted{random<domain::CommandId>()}};
  }

  void apply(const domain::Events& events) {
    for (const domain::Event& event : events) domain::apply(state_, event);
  }

  void append(log::AppendMode mode, std::string payload, std::optional<std::string> definition = std::nullopt) {
    std::promise<log::AppendOutcome> answer;
    log_->append({session_, ++sequence_, mode, std::move(payload), std::move(definition)},
                 [&](log::AppendOutcome outcome) { answer.set_value(outcome); });
    if (answer.get_future().get() != log::AppendOutcome::durable) std::abort();
  }

  OsEntropy entropy_;
  storage::KeyFiles keys_;
  std::unique_ptr<storage::SqliteLog> log_;
  std::size_t questions_, upvotes_, behind_;
  domain::SessionId session_;
  domain::State state_;
  std::vector<domain::QuestionId> asked_;
  log::Sequence sequence_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int at, std::size_t otherwise) {
    return argc > at ? static_cast<std::size_t>(std::strtoull(argv[at], nullptr, 10)) : otherwise;
  };
  if (argc < 2) return 64;
  std::filesystem::create_directories(argv[1]);
  Evening evening(argv[1], number(2, 500), number(3, 20'000), number(4, 4'000));
  std::printf("%s\n", evening.hold().text().c_str());
}
