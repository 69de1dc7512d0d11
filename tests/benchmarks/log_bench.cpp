// SPDX-License-Identifier: MIT
// How fast the log is here: many sessions, each with one append under way, as session cores have it. A
// program to compare runs with, not a test.
//
//   log_bench [sessions] [seconds] [events per append] [folder]
//
// Beside it, in the same run: how long this disk takes for a bare 4 KiB append and fdatasync, and what
// encoding costs.
#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "durf/log/record_codec.hpp"
#include "durf/storage/key_files.hpp"
#include "durf/storage/sqlite_log.hpp"

namespace {

using namespace durf;
using Clock = std::chrono::steady_clock;

class OsEntropy final : public base::Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override {
    if (::getrandom(out.data(), out.size(), 0) != static_cast<ssize_t>(out.size())) std::abort();
  }
};

double micros(Clock::duration span) { return std::chrono::duration<double, std::micro>(span).count(); }

struct Spread {
  double p50 = 0, p99 = 0, max = 0;
};
Spread spread_of(std::vector<double>& values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  return {values[values.size() / 2], values[values.size() * 99 / 100], values.back()};
}

domain::Events upvotes(base::Entropy& entropy, std::size_t count) {
  domain::Events events;
  for (std::size_t i = 0; i < count; ++i) {
    events.push_back(domain::UpvoteChanged{base::random_id<domain::QuestionId>(entropy),
                                           base::random_id<domain::Nullifier>(entropy), i + 1, true});
    events.push_back(domain::CommandAccepted{base::random_id<domain::CommandId>(entropy)});
  }
  return events;
}

void measure_encoding(base::Entropy& entropy) {
  const domain::Events one = {upvotes(entropy, 1)[0]};
  constexpr int times = 1'000'000;
  std::size_t bytes = 0;
  const auto start = Clock::now();
  for (int i = 0; i < times; ++i) bytes += log::encode_events(one).size();
  std::printf("encode one upvote      %8.2f us, %zu bytes\n", micros(Clock::now() - start) / times,
              bytes / times);

  const std::string whole = log::encode_events(upvotes(entropy, 10'000));
  const auto begin = Clock::now();
  if (!log::decode_record(whole)) std::abort();
  std::printf("decode one event       %8.2f us\n", micros(Clock::now() - begin) / 20'000);
}

void measure_disk(const std::string& folder) {
  const std::string path = folder + "/bare";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const std::string page(4'096, 'x');
  std::vector<double> times;
  for (int i = 0; i < 500; ++i) {
    const auto start = Clock::now();
    if (::write(file, page.data(), page.size()) != 4'096 || ::fdatasync(file) != 0) std::abort();
    times.push_back(micros(Clock::now() - start));
  }
  ::close(file);
  const Spread spread = spread_of(times);
  std::printf("bare append and sync   p50 %.0f us, p99 %.0f us\n", spread.p50, spread.p99);
}

/// A session core as the log sees it: the next append leaves when the last was answered. Runs on the log's
/// thread.
class Writer {
 public:
  Writer(log::EventLog& log, domain::SessionId session, std::string payload, const std::atomic<bool>& stop)
      : log_(log), session_(session), payload_(std::move(payload)), stop_(stop) {}

  void create() {
    std::promise<void> created;
    log_.append({session_, next_++, log::AppendMode::extend, payload_, "{}"},
                [&](log::AppendOutcome) { created.set_value(); });
    created.get_future().wait();
  }
  void start() {
    const auto sent = Clock::now();
    log_.append({session_, next_++, log::AppendMode::extend, payload_, std::nullopt},
                [this, sent](log::AppendOutcome outcome) {
                  if (outcome != log::AppendOutcome::durable) std::abort();
                  times.push_back(micros(Clock::now() - sent));
                  stop_ ? ended.set_value() : start();
                });
  }
  std::vector<double> times;
  std::promise<void> ended;

 private:
  log::EventLog& log_;
  domain::SessionId session_;
  std::string payload_;
  const std::atomic<bool>& stop_;
  log::Sequence next_ = 1;
};

}  // namespace

int main(int count, char** words) {
  const int sessions = count > 1 ? std::atoi(words[1]) : 200;
  const int seconds = count > 2 ? std::atoi(words[2]) : 3;
  const int events = count > 3 ? std::atoi(words[3]) : 1;
  std::string folder = (std::filesystem::path(count > 4 ? words[4] : ".") / "log-bench-XXXXXX").string();
  if (!::mkdtemp(folder.data())) return 1;

  OsEntropy entropy;
  measure_encoding(entropy);
  measure_disk(folder);
  {
    storage::KeyFiles keys(folder + "/keys", entropy);
    auto opened = storage::SqliteLog::open({folder, {}, {}}, keys, entropy);
    if (!opened.log) {
      std::fprintf(stderr, "%s\n", opened.refusal.c_str());
      return 1;
    }
    const std::string payload = log::encode_events(upvotes(entropy, static_cast<std::size_t>(events)));
    std::atomic<bool> stop{false};
    std::vector<std::unique_ptr<Writer>> writers;
    for (int i = 0; i < sessions; ++i) {
      writers.push_back(
          std::make_unique<Writer>(*opened.log, base::random_id<domain::SessionId>(entropy), payload, stop));
      writers.back()->create();
    }
    const std::uint64_t commits_before = opened.log->commits();
    const std::clock_t cpu_before = std::clock();
    const auto start = Clock::now();
    for (auto& writer : writers) writer->start();
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    stop = true;
    std::vector<double> times;
    for (auto& writer : writers) {
      writer->ended.get_future().wait();
      times.insert(times.end(), writer->times.begin(), writer->times.end());
    }
    const double elapsed = micros(Clock::now() - start) / 1e6;
    const double cpu = static_cast<double>(std::clock() - cpu_before) / CLOCKS_PER_SEC;
    const auto appends = static_cast<double>(times.size());
    const auto commits = static_cast<double>(opened.log->commits() - commits_before);
    const Spread spread = spread_of(times);
    std::printf("%d sessions, %d upvotes in each append, %.1f s\n", sessions, events, elapsed);
    std::printf("appends                %8.0f /s (%.0f upvotes/s), %.1f us of CPU each\n", appends / elapsed,
                appends * events / elapsed, cpu * 1e6 / appends);
    std::printf("commits                %8.0f /s, %.0f appends in each\n", commits / elapsed,
                appends / commits);
    std::printf("append until durable   p50 %.1f ms, p99 %.1f ms, max %.1f ms\n", spread.p50 / 1e3,
                spread.p99 / 1e3, spread.max / 1e3);
  }
  std::filesystem::remove_all(folder);
}
