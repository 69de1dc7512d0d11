// SPDX-License-Identifier: MIT
// The certificate with its key that this server shows over TLS, read from two PEM files and replaceable while
// it runs: connections that are there keep the one they began with, new ones get the newest that was good.
// Shared by app, which reloads it, and the listeners. Any thread. What is wrong is told in words.
#pragma once

#include <memory>
#include <mutex>
#include <string>

struct ssl_ctx_st;

namespace durf::net {

class TlsCertificate {
 public:
  struct Loaded {
    std::shared_ptr<TlsCertificate> certificate;  ///< none: see `refusal`
    std::string refusal;
  };

  /// `certificate_file` begins with the server's own certificate; those that vouch for it follow. `key_file`
  /// has the key to it, without a password.
  static Loaded load(std::string certificate_file, std::string key_file);

  /// Reads both files again. Empty: from now on it is those. Else why not, and the old pair goes on.
  std::string reload();

  /// What a connection begins with.
  std::shared_ptr<ssl_ctx_st> current() const;

 private:
  TlsCertificate(std::string certificate_file, std::string key_file)
      : certificate_file_(std::move(certificate_file)), key_file_(std::move(key_file)) {}

  const std::string certificate_file_;
  const std::string key_file_;
  mutable std::mutex mutex_;  // guards the one below; taken once for each new connection
  std::shared_ptr<ssl_ctx_st> context_;
};

}  // namespace durf::net
