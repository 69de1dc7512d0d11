// SPDX-License-Identifier: MIT
#include "app/engine.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <future>

#include "app/endings.hpp"
#include "app/process_use.hpp"
#include "app/shard_thread.hpp"
#include "durf/app/embedded_assets.hpp"
#include "durf/app/exit_code.hpp"

namespace durf::app {

Engine::Engine(const Config& config, storage::DataDirectory data)
    : meters_(clock_, &process_use), data_(std::move(data)), keys_(data_.keys_path(), entropy_) {
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  const std::size_t count = config.threads > 0 ? config.threads : cores;
  std::vector<runtime::Switchboard::Line> lines;
  for (std::size_t i = 0; i < count; ++i) {
    shards_.push_back(std::make_unique<runtime::Shard>(static_cast<std::uint32_t>(i)));
    gateways_.push_back(std::make_unique<runtime::ShardGateway>(*shards_.back()));
    lines.push_back({shards_.back().get(), gateways_.back().get()});
  }
  switchboard_ = std::make_unique<runtime::Switchboard>(std::move(lines));
}

Engine::Opened Engine::open(const Config& config) {
  auto opened = storage::DataDirectory::open(config.data);
  if (!opened.directory) return {nullptr, std::move(opened.refusal), exit_code::unavailable};
  std::unique_ptr<Engine> engine(new Engine(config, std::move(*opened.directory)));
  auto log = storage::SqliteLog::open({engine->data_.path(), &end_for_disk_fault, ""}, engine->keys_, engine->entropy_);
  if (!log.log) return {nullptr, std::move(log.refusal), exit_code::failed};
  engine->log_ = std::move(log.log);

  session::CoreSettings settings;
  settings.build = std::string(embedded_build_id());
  settings.participants_max = config.participants;
  engine->world_.emplace(runtime::World{engine->clock_, engine->calendar_, engine->entropy_, *engine->log_,
                                       *engine->switchboard_, settings, &engine->meters_});
  std::vector<runtime::Shard*> shards;
  for (const auto& shard : engine->shards_) shards.push_back(shard.get());
  engine->directory_ = std::make_shared<runtime::Directory>(std::move(shards), *engine->world_);
  for (const auto& gateway : engine->gateways_) gateway->use(engine->directory_);
  return {std::move(engine), "", exit_code::ok};
}

bool Engine::start() {
  for (const auto& shard : shards_) threads_.emplace_back([&shard = *shard] { run_or_end(shard); });
  std::promise<std::optional<std::size_t>> started;
  directory_->start([&started](std::optional<std::size_t> sessions) { started.set_value(sessions); });
  const auto sessions = started.get_future().get();
  if (sessions) spdlog::info("{} sessions in the data directory", *sessions);
  return sessions.has_value();
}

void Engine::stop() {
  directory_->stop();
  log_->close();  // from here on nothing is promised to anyone
  for (const auto& shard : shards_) shard->stop();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

}  // namespace durf::app
