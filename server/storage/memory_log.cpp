// SPDX-License-Identifier: MIT
#include "durf/storage/memory_log.hpp"

#include <optional>
#include <utility>

namespace durf::storage {

using log::AppendMode;
using log::AppendOutcome;
using log::LoadFault;

MemoryLog::MemoryLog(std::shared_ptr<MemoryDisk> disk, base::KeyVault& keys)
    : disk_(std::move(disk)), keys_(keys) {
  for (const base::KeyName& name : keys_.list()) {
    const auto id = domain::SessionId::from_text(name.session);
    const auto found = id ? disk_->sessions.find(*id) : disk_->sessions.end();
    const bool in_use = found != disk_->sessions.end() && !found->second.archive &&
                        found->second.generation == name.generation;
    if (!in_use) keys_.destroy(name);
  }
}

MemoryLog::~MemoryLog() { close(); }

/// What the record would do, without its completion: the fence, then the planned fault, then the disk.
AppendOutcome MemoryLog::write(log::Append& append) {
  const auto found = disk_->sessions.find(append.session);
  const bool exists = found != disk_->sessions.end();
  const bool creates = !exists && append.definition && append.mode == AppendMode::extend;
  if (exists ? append.expected != found->second.next : !(creates && append.expected == 1))
    return AppendOutcome::conflict;
  if (exists && found->second.archive) return AppendOutcome::conflict;
  if (append.mode == AppendMode::close && !append.definition) return AppendOutcome::conflict;
  if (exists && !keys_.load({append.session.text(), found->second.generation})) return AppendOutcome::failed;
  if (full_) return AppendOutcome::disk_full;

  std::optional<Fault> fault;
  if (!faults_.empty()) {
    fault = faults_.front();
    faults_.pop_front();
  }
  if (fault == Fault::disk_full) return AppendOutcome::disk_full;
  if (fault == Fault::failed_and_lost) return AppendOutcome::failed;
  const AppendOutcome kept = keep(append);
  return fault == Fault::failed_but_kept ? AppendOutcome::failed : kept;
}

AppendOutcome MemoryLog::keep(log::Append& append) {
  const std::string name = append.session.text();
  const bool exists = disk_->sessions.contains(append.session);
  if (!exists && !keys_.create({name, 1})) return AppendOutcome::disk_full;
  MemoryDisk::Session& session = disk_->sessions[append.session];
  if (append.mode == AppendMode::close) {
    session.archive = std::move(append.payload);
    session.payloads.clear();
    session.definition = std::move(*append.definition);
    keys_.destroy({name, session.generation});
    return AppendOutcome::durable;
  }
  if (append.mode == AppendMode::anew) {
    if (!keys_.create({name, session.generation + 1})) return AppendOutcome::disk_full;
    keys_.destroy({name, session.generation++});
  }
  if (append.mode != AppendMode::extend) session.payloads.clear();
  session.payloads.push_back(std::move(append.payload));
  session.next = append.expected + 1;
  if (append.definition) session.definition = std::move(*append.definition);
  return AppendOutcome::durable;
}

void MemoryLog::append(log::Append append, std::function<void(AppendOutcome)> done) {
  AppendOutcome outcome = AppendOutcome::failed;
  {
    const std::lock_guard lock(mutex_);
    if (!closed_) outcome = write(append);
    if (!closed_ && holding_) {
      abandoned_.emplace_back([done] { done(AppendOutcome::failed); });
      held_.emplace_back([done = std::move(done), outcome] { done(outcome); });
      return;
    }
  }
  done(outcome);
}

void MemoryLog::load(domain::SessionId session, std::function<void(log::LoadedLog)> done) {
  log::LoadedLog loaded;
  {
    const std::lock_guard lock(mutex_);
    const auto found = disk_->sessions.find(session);
    if (closed_) {
      loaded.fault = LoadFault::failed;
    } else if (found == disk_->sessions.end()) {
      loaded.fault = LoadFault::unknown_session;
    } else if (found->second.archive) {
      loaded.archive = found->second.archive;
    } else if (!(loaded.key = keys_.load({session.text(), found->second.generation}))) {
      loaded.fault = LoadFault::missing_key;
    } else {
      loaded.payloads = found->second.payloads;
      loaded.next = found->second.next;
    }
  }
  done(std::move(loaded));
}

void MemoryLog::definitions(std::function<void(std::optional<std::vector<log::StoredDefinition>>)> done) {
  std::optional<std::vector<log::StoredDefinition>> all;
  {
    const std::lock_guard lock(mutex_);
    if (!closed_) {
      all.emplace();
      for (const auto& [id, session] : disk_->sessions)
        all->push_back({id, session.definition, session.archive.has_value()});
    }
  }
  done(std::move(all));
}

void MemoryLog::remove(domain::SessionId session, std::function<void(bool)> done) {
  bool removed = false;
  {
    const std::lock_guard lock(mutex_);
    if (!closed_) {
      disk_->sessions.erase(session);
      removed = true;
      for (const base::KeyName& name : keys_.list())
        if (name.session == session.text()) removed = keys_.destroy(name) && removed;
    }
  }
  done(removed);
}

void MemoryLog::close() {
  std::deque<std::function<void()>> abandoned;
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    held_.clear();
    abandoned.swap(abandoned_);
  }
  for (const auto& complete : abandoned) complete();
}

void MemoryLog::fail_next(Fault fault) {
  const std::lock_guard lock(mutex_);
  faults_.push_back(fault);
}

void MemoryLog::set_disk_full(bool full) {
  const std::lock_guard lock(mutex_);
  full_ = full;
}

void MemoryLog::hold_completions() {
  const std::lock_guard lock(mutex_);
  holding_ = true;
}

bool MemoryLog::deliver() {
  std::function<void()> oldest;
  {
    const std::lock_guard lock(mutex_);
    if (held_.empty()) return false;
    oldest = std::move(held_.front());
    held_.pop_front();
    abandoned_.pop_front();
  }
  oldest();
  return true;
}

void MemoryLog::deliver_all() {
  while (deliver()) {
  }
}

}  // namespace durf::storage
