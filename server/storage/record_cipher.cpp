// SPDX-License-Identifier: MIT
#include "storage/record_cipher.hpp"

#include <openssl/evp.h>

#include <climits>
#include <cstring>

namespace durf::storage {
namespace {

constexpr std::size_t tag_bytes = 16;
constexpr int seals = 1;
constexpr int unseals = 0;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

char* put_big_endian(char* out, std::uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) *out++ = static_cast<char>(value >> shift & 0xff);
  return out;
}

}  // namespace

RecordPlace::RecordPlace(std::uint32_t format, const domain::SessionId& session, log::Sequence sequence) {
  char* out = put_big_endian(bytes_.data(), format, 4);
  std::memcpy(out, session.bytes.data(), session.bytes.size());
  put_big_endian(out + session.bytes.size(), sequence, 8);
}

/// Fetched once: looking the algorithm up costs more than encrypting a vote.
struct RecordCipher::Context {
  EVP_CIPHER* cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  EVP_CIPHER_CTX* state = EVP_CIPHER_CTX_new();
  ~Context() {
    EVP_CIPHER_CTX_free(state);  // wipes the key schedule
    EVP_CIPHER_free(cipher);
  }

  /// Everything but the last step, which differs: writes a tag or checks one.
  bool run(int direction, const base::SessionKey& key, const RecordPlace& place, const unsigned char* nonce,
           std::string_view in, std::string& out) {
    if (!cipher || !state || in.size() > INT_MAX - tag_bytes) return false;
    int written = 0;
    const std::string_view beside = place.bytes();
    return EVP_CipherInit_ex2(state, cipher, key.bytes().data(), nonce, direction, nullptr) == 1 &&
           EVP_CipherUpdate(state, nullptr, &written, bytes_of(beside), static_cast<int>(beside.size())) ==
               1 &&
           EVP_CipherUpdate(state, bytes_of(out), &written, bytes_of(in), static_cast<int>(in.size())) == 1;
  }
};

RecordCipher::RecordCipher(base::Entropy& entropy)
    : context_(std::make_unique<Context>()), entropy_(entropy) {}
RecordCipher::~RecordCipher() = default;

std::optional<SealedRecord> RecordCipher::seal(const base::SessionKey& key, const RecordPlace& place,
                                               std::string_view plain) {
  SealedRecord record;
  entropy_.fill(record.nonce);
  record.ciphertext.resize(plain.size() + tag_bytes);
  unsigned char* const tag = bytes_of(record.ciphertext) + plain.size();
  int written = 0;
  const bool sealed =
      context_->run(seals, key, place, record.nonce.data(), plain, record.ciphertext) &&
      EVP_CipherFinal_ex(context_->state, tag, &written) == 1 &&
      EVP_CIPHER_CTX_ctrl(context_->state, EVP_CTRL_AEAD_GET_TAG, static_cast<int>(tag_bytes), tag) == 1;
  if (!sealed) return std::nullopt;
  return record;
}

std::optional<std::string> RecordCipher::unseal(const base::SessionKey& key, const RecordPlace& place,
                                                std::string_view nonce, std::string_view ciphertext) {
  if (nonce.size() != SealedRecord{}.nonce.size() || ciphertext.size() < tag_bytes) return std::nullopt;
  const std::string_view content = ciphertext.substr(0, ciphertext.size() - tag_bytes);
  std::string tag(ciphertext.substr(content.size()));
  std::string plain(content.size() + tag_bytes, '\0');
  int written = 0;
  const bool unsealed = context_->run(unseals, key, place, bytes_of(nonce), content, plain) &&
                        EVP_CIPHER_CTX_ctrl(context_->state, EVP_CTRL_AEAD_SET_TAG,
                                            static_cast<int>(tag_bytes), bytes_of(tag)) == 1 &&
                        EVP_CipherFinal_ex(context_->state, bytes_of(plain) + content.size(), &written) == 1;
  if (!unsealed) return std::nullopt;
  plain.resize(content.size());
  return plain;
}

}  // namespace durf::storage
