// SPDX-License-Identifier: MIT
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <memory>

#include "app/backup.hpp"
#include "app/gathered_log.hpp"
#include "app/json_lines.hpp"
#include "app/serve.hpp"
#include "durf/app/config.hpp"
#include "durf/app/exit_code.hpp"
#include "durf/base/overloaded.hpp"
#include "durf/runtime/wiped_memory.hpp"

namespace {

/// A dump of memory would hold keys and the tokens of those who are connected.
void forbid_core_dumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0);
}

/// To standard error, coloured on a terminal only.
std::shared_ptr<durf::app::GatheredLog> set_up_log(const std::string& level, const std::string& format = "text") {
  auto log = std::make_shared<durf::app::GatheredLog>(std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
  auto logger = std::make_shared<spdlog::logger>("durf", log);
  if (format == "json")
    logger->set_formatter(std::make_unique<durf::app::JsonLines>());
  else
    logger->set_pattern("%Y-%m-%d %H:%M:%S %l %v");
  logger->set_level(spdlog::level::from_str(level));
  spdlog::set_default_logger(logger);
  return log;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace durf::app;
  ::umask(0077);
  forbid_core_dumps();
  durf::runtime::wipe_freed_memory();
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return std::visit(durf::base::Overloaded{
                          [](const Serve& task) {
                            if (const int wrong = check(task.config); wrong != exit_code::ok) return wrong;
                            const auto log = set_up_log(task.config.log_level, task.config.log_format);
                            return serve(task.config, *log);
                          },
                          [](const CheckOnly& task) {
                            const int wrong = check(task.config);
                            if (wrong == exit_code::ok) std::cout << "The configuration is fine.\n";
                            return wrong;
                          },
                          [](const PrintLinks& task) {
                            set_up_log("warning");
                            return print_links(task);
                          },
                          [](const BackUp& task) {
                            set_up_log("warning");
                            return back_up(task);
                          },
                          [](const Restore& task) {
                            set_up_log("warning");
                            return restore(task);
                          },
                          [](const Exit& exit) { return exit.code; },
                      },
                      read_command_line(argc, argv));
  } catch (const std::exception& error) {
    std::cerr << "durf: " << error.what() << "\n";
    return exit_code::failed;
  }
}
