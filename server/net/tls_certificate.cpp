// SPDX-License-Identifier: MIT
#include "durf/net/tls_certificate.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <fstream>
#include <utility>

namespace durf::net {

namespace {

/// A server that waits at the terminal for the password of a key would hang wherever nobody sits.
int no_password(char*, int, int, void*) { return 0; }

/// TLS 1.2 only with keys that are thrown away afterwards: who steals the certificate's key later reads nothing
/// of today. (1.3 knows nothing else.)
constexpr const char* ciphers_of_1_2 = "ECDHE+AESGCM:ECDHE+CHACHA20";

bool set_rules(SSL_CTX* context) {
  SSL_CTX_set_options(context, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET |
                                   SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_CLEANSE_PLAINTEXT);
  // No resumption: a ticket is a mark by which a device is known again, to the network as well under 1.2. The
  // price is one signature more for who comes back.
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
  // An idle connection keeps no record buffers: 34 KB each.
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_default_passwd_cb(context, no_password);
  return SSL_CTX_set_num_tickets(context, 0) == 1 &&
         SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
         SSL_CTX_set_cipher_list(context, ciphers_of_1_2) == 1;
}

bool can_be_read(const std::string& file) { return std::ifstream(file).good(); }

struct Made {
  std::shared_ptr<SSL_CTX> context;
  std::string refusal;
};

Made make_context(const std::string& certificate_file, const std::string& key_file) {
  if (!can_be_read(certificate_file)) return {nullptr, "the certificate '" + certificate_file + "' cannot be read"};
  if (!can_be_read(key_file)) return {nullptr, "the key '" + key_file + "' cannot be read"};
  ERR_clear_error();
  const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!context || !set_rules(context.get())) return {nullptr, "this machine's OpenSSL refuses TLS 1.2 and 1.3"};

  if (SSL_CTX_use_certificate_chain_file(context.get(), certificate_file.c_str()) != 1) {
    return {nullptr, "'" + certificate_file + "' holds no certificate in PEM that can be used"};
  }
  // A key of another kind than the certificate's is taken without a word, beside it; one of its kind that does
  // not fit is refused at once. Either way the pair does not belong together.
  if (SSL_CTX_use_PrivateKey_file(context.get(), key_file.c_str(), SSL_FILETYPE_PEM) != 1) {
    const unsigned long error = ERR_peek_error();
    if (ERR_GET_LIB(error) == ERR_LIB_X509 && ERR_GET_REASON(error) == X509_R_KEY_VALUES_MISMATCH) {
      return {nullptr, "the key '" + key_file + "' does not belong to the certificate '" + certificate_file + "'"};
    }
    return {nullptr, "'" + key_file + "' holds no key in PEM that can be used without a password"};
  }
  if (SSL_CTX_check_private_key(context.get()) != 1) {
    return {nullptr, "the key '" + key_file + "' does not belong to the certificate '" + certificate_file + "'"};
  }
  return {context, ""};
}

}  // namespace

TlsCertificate::Loaded TlsCertificate::load(std::string certificate_file, std::string key_file) {
  std::shared_ptr<TlsCertificate> certificate(new TlsCertificate(std::move(certificate_file), std::move(key_file)));
  std::string refusal = certificate->reload();
  if (!refusal.empty()) return {nullptr, std::move(refusal)};
  return {std::move(certificate), ""};
}

std::string TlsCertificate::reload() {
  Made made = make_context(certificate_file_, key_file_);
  ERR_clear_error();
  if (!made.context) return made.refusal;
  const std::lock_guard lock(mutex_);
  context_ = std::move(made.context);
  return "";
}

std::shared_ptr<ssl_ctx_st> TlsCertificate::current() const {
  const std::lock_guard lock(mutex_);
  return context_;
}

}  // namespace durf::net
