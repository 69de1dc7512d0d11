// SPDX-License-Identifier: MIT
// The operator's configuration file: whatever stands in it, the answer is options within their limits or an exit code with a
// reason, never more. It may name other files; here it can name none that is read for long.
#include <sys/mman.h>
#include <unistd.h>

#include <iostream>
#include <string>

#include "durf/app/config.hpp"
#include "durf/app/exit_code.hpp"
#include "fuzz/target.hpp"

using durf::fuzz::must;
using namespace durf;

namespace {

/// Says nothing: an error per input would drown the one that counts.
struct Quiet {
  Quiet() {
    std::cerr.rdbuf(nullptr);
    std::cout.rdbuf(nullptr);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Quiet quiet;
  const int file = ::memfd_create("configuration", 0);
  must(file >= 0, "memory for a file");
  must(::write(file, bytes, size) == static_cast<ssize_t>(size), "a file of that size");
  const std::string path = "/proc/self/fd/" + std::to_string(file);
  const char* const arguments[] = {"durf", "serve", "--check", "--config", path.c_str()};
  const app::Task task = app::read_command_line(5, arguments);
  ::close(file);

  if (const auto* exit = std::get_if<app::Exit>(&task)) {
    using namespace app::exit_code;
    must(exit->code == app::exit_code::ok || exit->code == usage || exit->code == config, "a wrong file has its own exit code");
  } else if (const auto* check = std::get_if<app::CheckOnly>(&task)) {
    must(check->config.threads <= 256, "threads are within their limits");
    must(check->config.participants >= 1 && check->config.participants <= 1'000'000, "participants are within their limits");
  } else {
    must(std::holds_alternative<app::Serve>(task), "a file cannot turn serving into something else");
  }
  return 0;
}
