// SPDX-License-Identifier: MIT
#include "durf/storage/sqlite_log.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "durf/base/dead_stack.hpp"
#include "durf/base/overloaded.hpp"
#include "storage/inbox.hpp"
#include "storage/limits.hpp"
#include "storage/sqlite_store.hpp"

namespace durf::storage {

using log::AppendOutcome;

namespace {

struct AppendOrder {
  log::Append append;
  std::function<void(AppendOutcome)> done;
};
struct LoadOrder {
  domain::SessionId session;
  std::function<void(log::LoadedLog)> done;
};
struct DefinitionsOrder {
  std::function<void(std::optional<std::vector<log::StoredDefinition>>)> done;
};
struct RemoveOrder {
  domain::SessionId session;
  std::function<void(bool)> done;
};
using Order = std::variant<AppendOrder, LoadOrder, DefinitionsOrder, RemoveOrder>;

log::LoadedLog not_loaded() {
  log::LoadedLog loaded;
  loaded.fault = log::LoadFault::failed;
  return loaded;
}

/// The answer when there is no database to ask any more.
void refuse(Order& order) {
  std::visit(base::Overloaded{
                 [](AppendOrder& append) { append.done(AppendOutcome::failed); },
                 [](LoadOrder& load) { load.done(not_loaded()); },
                 [](DefinitionsOrder& definitions) { definitions.done(std::nullopt); },
                 [](RemoveOrder& remove) { remove.done(false); },
             },
             order);
}

}  // namespace

/// The thread that has the database to itself, and the inbox through which all others reach it.
class SqliteLog::Writer {
 public:
  Writer(std::unique_ptr<SqliteStore> store, std::function<void(std::string_view)> fatal)
      : store_(std::move(store)), fatal_(std::move(fatal)), thread_([this] { run(); }) {}
  ~Writer() { close(); }

  void give(Order order) {
    if (!inbox_.push(order)) refuse(order);
  }

  void close() {
    const std::lock_guard lock(closing_mutex_);
    if (!thread_.joinable()) return;
    closing_ = true;
    inbox_.ring();
    thread_.join();
  }

  std::uint64_t commits() const { return commits_; }

 private:
  void run() {
    while (!closing_) {
      inbox_.wait(until_tidying());
      std::this_thread::sleep_until(next_commit_);  // what comes in the meantime shares the commit
      carry_out(inbox_.take_all());
      store_->tidy();
      end_if_broken();
      base::wipe_dead_stack();  // texts pass here
    }
    carry_out(inbox_.shut());
    store_->close();
    end_if_broken();
  }

  std::chrono::milliseconds until_tidying() const {
    const auto at = store_->forgets_at();
    if (!at) return Inbox<Order>::for_ever;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*at - std::chrono::steady_clock::now());
    return std::max(left, std::chrono::milliseconds{0});
  }

  void carry_out(std::vector<Order> orders) {
    for (Order& order : orders) {
      if (auto* append = std::get_if<AppendOrder>(&order)) {
        gather(std::move(*append));
      } else {
        commit();  // what is asked after an append sees it
        store_->broken().empty() ? answer(order) : refuse(order);
        end_if_broken();
      }
    }
    commit();
  }

  void gather(AppendOrder order) {
    bytes_ += order.append.payload.size();
    appends_.push_back(std::move(order.append));
    dones_.push_back(std::move(order.done));
    if (appends_.size() >= limits::transaction_appends_max || bytes_ >= limits::transaction_bytes_max)
      commit();
  }

  void commit() {
    if (appends_.empty()) return;
    next_commit_ = std::chrono::steady_clock::now() + limits::commit_interval;
    outcomes_.assign(appends_.size(), AppendOutcome::failed);
    if (store_->broken().empty()) store_->append(appends_, outcomes_);
    commits_ = store_->commits();
    end_if_broken();
    for (std::size_t i = 0; i < dones_.size(); ++i) dones_[i](outcomes_[i]);
    appends_.clear();
    dones_.clear();
    bytes_ = 0;
  }

  void answer(Order& order) {
    std::visit(base::Overloaded{
                   [](AppendOrder&) {},  // gathered
                   [this](LoadOrder& load) { load.done(store_->load(load.session)); },
                   [this](DefinitionsOrder& definitions) { definitions.done(store_->definitions()); },
                   [this](RemoveOrder& remove) { remove.done(store_->remove(remove.session)); },
               },
               order);
  }

  /// Before anybody is told that something failed: they would ask a log that cannot answer.
  void end_if_broken() {
    if (store_->broken().empty() || !fatal_) return;
    std::exchange(fatal_, nullptr)(store_->broken());
  }

  std::unique_ptr<SqliteStore> store_;
  std::function<void(std::string_view)> fatal_;
  Inbox<Order> inbox_;

  // The transaction that is being gathered.
  std::vector<log::Append> appends_;
  std::vector<std::function<void(AppendOutcome)>> dones_;
  std::vector<AppendOutcome> outcomes_;
  std::size_t bytes_ = 0;
  std::chrono::steady_clock::time_point next_commit_{};

  std::atomic<std::uint64_t> commits_{0};
  std::atomic<bool> closing_{false};
  std::mutex closing_mutex_;
  std::thread thread_;  // last: it uses all that stands above
};

SqliteLog::SqliteLog(std::unique_ptr<Writer> writer) : writer_(std::move(writer)) {}
SqliteLog::~SqliteLog() = default;

SqliteLog::Opened SqliteLog::open(SqliteLogSettings settings, base::KeyVault& keys, base::Entropy& entropy) {
  SqliteStore::Opened opened = SqliteStore::open(settings.directory, settings.vfs, keys, entropy);
  if (!opened.store) return {nullptr, std::move(opened.refusal)};
  auto writer = std::make_unique<Writer>(std::move(opened.store), std::move(settings.fatal));
  return {std::unique_ptr<SqliteLog>(new SqliteLog(std::move(writer))), {}};
}

void SqliteLog::append(log::Append append, std::function<void(AppendOutcome)> done) {
  writer_->give(AppendOrder{std::move(append), std::move(done)});
}

void SqliteLog::load(domain::SessionId session, std::function<void(log::LoadedLog)> done) {
  writer_->give(LoadOrder{session, std::move(done)});
}

void SqliteLog::definitions(std::function<void(std::optional<std::vector<log::StoredDefinition>>)> done) {
  writer_->give(DefinitionsOrder{std::move(done)});
}

void SqliteLog::remove(domain::SessionId session, std::function<void(bool)> done) {
  writer_->give(RemoveOrder{session, std::move(done)});
}

void SqliteLog::close() { writer_->close(); }

std::uint64_t SqliteLog::commits() const { return writer_->commits(); }

}  // namespace durf::storage
