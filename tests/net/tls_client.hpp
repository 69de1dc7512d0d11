// SPDX-License-Identifier: MIT
// The client that decides about every byte, with TLS below it; and certificates made for one test. What does
// not succeed is told by `false` or by an ended connection, as the peer would see it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "raw_client.hpp"

struct ssl_st;
struct ssl_ctx_st;

namespace durf::net::testing {

class TlsClient final : public RawClient {
 public:
  struct Versions {
    int min = 0;  ///< as OpenSSL numbers them; 0: whatever it knows
    int max = 0;
  };

  TlsClient(std::uint16_t port, Options options, Versions versions);
  ~TlsClient() override;

  /// False: the server did not want to.
  bool shake_hands();
  /// "TLSv1.3"
  std::string version() const;
  std::string cipher() const;
  /// Of the certificate that the server has shown.
  long serial() const;
  /// Whether the server gave something by which this client could be known again.
  bool was_given_a_ticket() const;
  /// Whether the connection ended with the goodbye of TLS; all that comes before is thrown away.
  bool ends_with_goodbye();
  /// Bytes below TLS, as nobody honest sends them.
  void send_raw(std::string_view bytes) { RawClient::put(bytes); }
  ssl_st* ssl() { return ssl_.get(); }

 protected:
  long put(std::string_view bytes) override;
  long get(char* into, std::size_t size) override;
  std::string_view scheme() const override { return "https://"; }

 private:
  struct Free {
    void operator()(ssl_st* ssl) const;
    void operator()(ssl_ctx_st* context) const;
  };
  std::unique_ptr<ssl_ctx_st, Free> context_;
  std::unique_ptr<ssl_st, Free> ssl_;
  int tickets_ = 0;
};

/// What a client says first, without a connection.
std::string client_hello();

/// A folder of PEM files that is gone with the test.
class Certificates {
 public:
  Certificates();
  Certificates(const Certificates&) = delete;
  ~Certificates();

  /// Writes a key and a certificate for it that it signed itself, over what is there.
  void make(const std::string& name, long serial);
  /// Puts the certificate behind itself so many times, as a chain that is as long as none is.
  void lengthen(const std::string& name, int times);
  std::string certificate(const std::string& name) const { return folder_ / (name + ".crt"); }
  std::string key(const std::string& name) const { return folder_ / (name + ".key"); }

 private:
  std::filesystem::path folder_;
};

}  // namespace durf::net::testing
