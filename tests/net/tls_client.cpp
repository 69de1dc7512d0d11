// SPDX-License-Identifier: MIT
#include "tls_client.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <stdlib.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace durf::net::testing {

void TlsClient::Free::operator()(ssl_st* ssl) const { SSL_free(ssl); }
void TlsClient::Free::operator()(ssl_ctx_st* context) const { SSL_CTX_free(context); }

TlsClient::TlsClient(std::uint16_t port, Options options, Versions versions)
    : RawClient(port, options), context_(SSL_CTX_new(TLS_client_method())) {
  std::signal(SIGPIPE, SIG_IGN);  // OpenSSL's own socket calls raise it
  SSL_CTX_set_security_level(context_.get(), 0);  // or this client would refuse the old versions by itself
  SSL_CTX_set_min_proto_version(context_.get(), versions.min);
  SSL_CTX_set_max_proto_version(context_.get(), versions.max);
  SSL_CTX_set_session_cache_mode(context_.get(), SSL_SESS_CACHE_CLIENT);
  SSL_CTX_sess_set_new_cb(context_.get(), [](SSL* ssl, SSL_SESSION* session) {
    if (SSL_SESSION_has_ticket(session) == 1) ++static_cast<TlsClient*>(SSL_get_app_data(ssl))->tickets_;
    return 0;
  });
  ssl_.reset(SSL_new(context_.get()));
  SSL_set_app_data(ssl_.get(), this);
  SSL_set_fd(ssl_.get(), descriptor());
  SSL_set_connect_state(ssl_.get());
}

TlsClient::~TlsClient() = default;

bool TlsClient::shake_hands() {
  ERR_clear_error();
  return SSL_do_handshake(ssl_.get()) == 1;
}

std::string TlsClient::version() const { return SSL_get_version(ssl_.get()); }
std::string TlsClient::cipher() const { return SSL_get_cipher_name(ssl_.get()); }

long TlsClient::serial() const {
  X509* shown = SSL_get1_peer_certificate(ssl_.get());
  const long serial = ASN1_INTEGER_get(X509_get0_serialNumber(shown));
  X509_free(shown);
  return serial;
}

bool TlsClient::was_given_a_ticket() const { return tickets_ > 0; }

bool TlsClient::ends_with_goodbye() {
  ends();
  return (SSL_get_shutdown(ssl_.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
}

long TlsClient::put(std::string_view bytes) {
  ERR_clear_error();
  const int sent = SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
  if (sent > 0) return sent;
  errno = EPIPE;
  return -1;
}

long TlsClient::get(char* into, std::size_t size) {
  ERR_clear_error();
  errno = 0;
  return SSL_read(ssl_.get(), into, static_cast<int>(size));
}

std::string client_hello() {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL* ssl = SSL_new(context);
  BIO* wire = BIO_new(BIO_s_mem());
  SSL_set_bio(ssl, BIO_new(BIO_s_mem()), wire);
  SSL_connect(ssl);  // cannot end: nobody answers
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(wire, &bytes);
  std::string hello(bytes, static_cast<std::size_t>(size));
  SSL_free(ssl);
  SSL_CTX_free(context);
  return hello;
}

Certificates::Certificates() {
  std::string name = (std::filesystem::temp_directory_path() / "durf-tls-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
  folder_ = name;
}

Certificates::~Certificates() { std::filesystem::remove_all(folder_); }

void Certificates::make(const std::string& name, long serial) {
  EVP_PKEY* pair = EVP_EC_gen("P-256");
  X509* made = X509_new();
  ASN1_INTEGER_set(X509_get_serialNumber(made), serial);
  X509_gmtime_adj(X509_getm_notBefore(made), -3'600);
  X509_gmtime_adj(X509_getm_notAfter(made), 24 * 3'600);
  X509_NAME* subject = X509_get_subject_name(made);
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(made, subject);
  X509_set_pubkey(made, pair);
  if (X509_sign(made, pair, EVP_sha256()) == 0) throw std::runtime_error("no certificate");
  std::FILE* file = std::fopen(certificate(name).c_str(), "w");
  PEM_write_X509(file, made);
  std::fclose(file);
  file = std::fopen(key(name).c_str(), "w");
  PEM_write_PrivateKey(file, pair, nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(file);
  X509_free(made);
  EVP_PKEY_free(pair);
}

void Certificates::lengthen(const std::string& name, int times) {
  std::ifstream file(certificate(name));
  const std::string once((std::istreambuf_iterator<char>(file)), {});
  std::ofstream more(certificate(name), std::ios::app);
  for (int i = 0; i < times; ++i) more << once;
}

}  // namespace durf::net::testing
