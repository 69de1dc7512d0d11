// SPDX-License-Identifier: MIT
// The command line as a table: what is accepted, and which exit code a mistake gets.
#include "durf/app/config.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "durf/app/exit_code.hpp"
#include "durf/protocol/limits.hpp"

namespace durf::app {
namespace {

Task read(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "durf");
  return read_command_line(static_cast<int>(arguments.size()), arguments.data());
}

/// A file that is gone with the test.
class File {
 public:
  explicit File(const std::string& text) {
    std::string name = (std::filesystem::temp_directory_path() / "durf-config-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    EXPECT_GE(descriptor, 0);
    ::close(descriptor);
    path_ = name;
    std::ofstream(path_) << text;
  }
  ~File() { std::filesystem::remove(path_); }
  const char* path() const { return path_.c_str(); }

 private:
  std::string path_;
};

TEST(CommandLine, DefaultsServeTheWholeNetworkOnPort8080) {
  const auto serve = std::get<Serve>(read({"serve"}));
  EXPECT_EQ(serve.config.data, "./data");
  EXPECT_EQ(serve.config.listen_address, "0.0.0.0");
  EXPECT_EQ(serve.config.listen_port, 8080);
  EXPECT_FALSE(serve.config.host_password);
}

TEST(CommandLine, BackupAndRestoreTakeADirectoryAndAFile) {
  const auto backup = std::get<BackUp>(read({"backup", "--data", "there", "--to", "file"}));
  EXPECT_EQ(backup.data, "there");
  EXPECT_EQ(backup.to, "file");
  EXPECT_FALSE(backup.keys);
  EXPECT_EQ(std::get<BackUp>(read({"backup", "--to", "file", "--keys", "ring"})).keys, "ring");
  const auto restore = std::get<Restore>(read({"restore", "--data", "there", "--from", "file", "--keys", "ring"}));
  EXPECT_EQ(restore.data, "there");
  EXPECT_EQ(restore.from, "file");
  EXPECT_EQ(restore.keys, "ring");
  EXPECT_EQ(std::get<Exit>(read({"backup", "--data", "there"})).code, exit_code::usage);
  EXPECT_EQ(std::get<Exit>(read({"restore", "--data", "there"})).code, exit_code::usage);
}

TEST(CommandLineST6, ProxiesAreAddressesAndMayBeSeveral) {
  const auto serve = std::get<Serve>(read({"serve", "--proxy", "127.0.0.1", "--proxy", "2001:db8::7"}));
  EXPECT_EQ(serve.config.proxies, (std::vector<std::string>{"127.0.0.1", "2001:db8::7"}));
  const File file("proxy = [\"10.0.0.7\"]\n");
  EXPECT_EQ(std::get<Serve>(read({"serve", "--config", file.path()})).config.proxies, std::vector<std::string>{"10.0.0.7"});
  const File lines("proxy = \"10.0.0.7\"\nproxy = \"10.0.0.8\"\n");
  EXPECT_EQ(std::get<Serve>(read({"serve", "--config", lines.path()})).config.proxies,
            (std::vector<std::string>{"10.0.0.7", "10.0.0.8"}));
  const File name("proxy = \"proxy.example\"\n");
  EXPECT_EQ(std::get<Exit>(read({"serve", "--config", name.path()})).code, exit_code::config);
  for (const char* wrong : {"proxy.example", "10.0.0.0/8", ""})
    EXPECT_EQ(std::get<Exit>(read({"serve", "--proxy", wrong})).code, exit_code::config) << wrong;
}

struct Listening {
  const char* text;
  const char* address;
  int port;
};

TEST(CommandLine, ListenTakesAddressAndPort) {
  const Listening cases[] = {
      {"127.0.0.1:0", "127.0.0.1", 0},
      {":9000", "0.0.0.0", 9000},
      {"[::1]:8081", "::1", 8081},
  };
  for (const auto& one : cases) {
    const auto serve = std::get<Serve>(read({"serve", "--listen", one.text}));
    EXPECT_EQ(serve.config.listen_address, one.address) << one.text;
    EXPECT_EQ(serve.config.listen_port, one.port) << one.text;
  }
}

struct Mistake {
  std::vector<const char*> arguments;
  int code;
};

TEST(CommandLineOP6, MetricsAreToldNowhereUnlessAskedFor) {
  EXPECT_FALSE(std::get<Serve>(read({"serve"})).config.metrics);
  const auto metrics = std::get<Serve>(read({"serve", "--metrics", "[::1]:9464"})).config.metrics;
  ASSERT_TRUE(metrics);
  EXPECT_EQ(metrics->address, "::1");
  EXPECT_EQ(metrics->port, 9464);
}

TEST(CommandLineOP1, MistakesEndWithTheirExitCode) {
  const Mistake cases[] = {
      {{}, exit_code::usage},
      {{"sirve"}, exit_code::usage},
      {{"serve", "--dta", "x"}, exit_code::usage},
      {{"serve", "--threads", "many"}, exit_code::config},
      {{"serve", "--participants", "0"}, exit_code::config},
      {{"serve", "--log-level", "trace"}, exit_code::config},
      {{"serve", "--log-format", "xml"}, exit_code::config},
      {{"serve", "--metrics", "9464"}, exit_code::config},
      {{"serve", "--listen", "8080"}, exit_code::config},
      {{"serve", "--listen", "127.0.0.1:99999"}, exit_code::config},
      {{"serve", "--address", "192.168.1.20"}, exit_code::config},
      {{"serve", "--address", "http://durf.example/path"}, exit_code::config},
      {{"serve", "--host-password-file", "/does/not/exist"}, exit_code::config},
      {{"serve", "--config", "/does/not/exist"}, exit_code::config},
      {{"--version"}, exit_code::ok},
      {{"--help"}, exit_code::ok},
  };
  for (const auto& one : cases) {
    const Task task = read(one.arguments);
    const auto* exit = std::get_if<Exit>(&task);
    ASSERT_NE(exit, nullptr) << (one.arguments.empty() ? "nothing" : one.arguments.back());
    EXPECT_EQ(exit->code, one.code) << (one.arguments.empty() ? "nothing" : one.arguments.back());
  }
}

TEST(CommandLine, AFileGivesTheSameOptionsAndTheCommandLineWins) {
  const File file("listen = \"127.0.0.1:9999\"\nparticipants = 77\nhost = [\"durf.example\"]\n");
  const auto serve = std::get<Serve>(read({"serve", "--config", file.path(), "--listen", ":8000"}));
  EXPECT_EQ(serve.config.listen_port, 8000);
  EXPECT_EQ(serve.config.participants, 77u);
  EXPECT_EQ(serve.config.hosts, std::vector<std::string>{"durf.example"});
}

TEST(CommandLineOP1, AValueThatCannotBeUsedIsAWrongConfigurationInAFileToo) {
  for (const char* wrong : {"log-level = \"loud\"\n", "threads = \"many\"\n", "participants = 0\n", "listen = \"8080\"\n"})
    EXPECT_EQ(std::get<Exit>(read({"serve", "--config", File(wrong).path()})).code, exit_code::config) << wrong;
}

TEST(CommandLine, AFileWithAnUnknownOptionIsRefused) {
  const File file("lissen = \"127.0.0.1:9999\"\n");
  EXPECT_EQ(std::get<Exit>(read({"serve", "--config", file.path()})).code, exit_code::config);
}

struct PasswordFile {
  std::string text;
  std::optional<std::string> password;  ///< nothing: refused
};

TEST(CommandLine, AHostPasswordIsTheFirstLineAndHasItsBounds) {
  const std::string longest(host_password_bytes_max, 'x');
  const PasswordFile cases[] = {
      {"correct horse battery\n", "correct horse battery"},
      {"correct horse battery", "correct horse battery"},
      {"correct horse battery\r\n", "correct horse battery"},
      {"wagenwijd\nand a note\n", "wagenwijd"},
      {"achttien", "achttien"},
      {longest, longest},
      {longest + "\r\nand a note", longest},
      {"", std::nullopt},
      {"\nwagenwijd\n", std::nullopt},
      {"zeven__\r\n", std::nullopt},
      {longest + "x", std::nullopt},
      {longest + "x\n", std::nullopt},
      {longest + longest + "\n", std::nullopt},
  };
  static_assert(host_password_bytes_max <= protocol::limits::password_bytes_max, "who has it must be able to send it");
  for (const PasswordFile& one : cases) {
    const File file(one.text);
    const Task task = read({"serve", "--host-password-file", file.path()});
    const std::string shown = one.text.substr(0, 30) + " (" + std::to_string(one.text.size()) + ")";
    if (one.password) {
      ASSERT_TRUE(std::holds_alternative<Serve>(task)) << shown;
      EXPECT_EQ(std::get<Serve>(task).config.host_password, one.password) << shown;
    } else {
      ASSERT_TRUE(std::holds_alternative<Exit>(task)) << shown;
      EXPECT_EQ(std::get<Exit>(task).code, exit_code::config) << shown;
    }
  }
}

TEST(CommandLine, FilesWithoutAnEndAreRefusedAndNotReadToTheirEnd) {
  for (const char* option : {"--host-password-file", "--config"})
    EXPECT_EQ(std::get<Exit>(read({"serve", option, "/dev/zero"})).code, exit_code::config) << option;
  const File large("# " + std::string(config_file_bytes_max, '-') + "\n");
  EXPECT_EQ(std::get<Exit>(read({"serve", "--config", large.path()})).code, exit_code::config);
}

TEST(CommandLine, CheckAndLinksAreTasksOfTheirOwn) {
  EXPECT_TRUE(std::holds_alternative<CheckOnly>(read({"serve", "--check"})));
  const auto links = std::get<PrintLinks>(read({"links", "--data", "/srv/durf", "482913"}));
  EXPECT_EQ(links.config.data, "/srv/durf");
  EXPECT_EQ(links.join_code, "482913");
  EXPECT_EQ(links.roles, (std::vector{domain::Role::facilitator, domain::Role::presenter}));
  const auto desks = std::get<PrintLinks>(read({"links", "--role", "moderator", "--role", "stage", "482913"}));
  EXPECT_EQ(desks.roles, (std::vector{domain::Role::moderator, domain::Role::stage}));
  EXPECT_EQ(desks.join_code, "482913");
  EXPECT_EQ(std::get<Exit>(read({"links", "--role", "king"})).code, exit_code::usage);
}

}  // namespace
}  // namespace durf::app
