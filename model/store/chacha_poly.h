#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <openssl/types.h>
#include <span>

namespace model::detail {

constexpr std::size_t stream_key_length = 32;
constexpr std::size_t stream_nonce_length = 12;
constexpr std::size_t seal_length = 16;

/// ChaCha20 and Poly1305 of RFC 8439, computed by OpenSSL, which uses the widest instructions the
/// processor has. Each object serves one thread at a time.
class ChaChaPoly {
public:
    /// Throws std::bad_alloc when OpenSSL has no room, std::runtime_error when it lacks either.
    ChaChaPoly();

    /// ChaCha20 over the bytes, in place, from that block on. The number of the block goes round
    /// after 2^32 - 1, for a page begins at any of them.
    void xor_stream(std::span<std::uint8_t> bytes, const std::uint8_t* key,
        const std::uint8_t* nonce, std::uint32_t block);

    /// Poly1305 of the bytes under a key of stream_key_length that is used once, into seal_length
    /// bytes at `seal`.
    void seal(std::span<const std::uint8_t> bytes, const std::uint8_t* key, std::uint8_t* seal);

private:
    struct Free {
        void operator()(EVP_CIPHER_CTX* context) const;
        void operator()(EVP_MAC_CTX* context) const;
    };
    void xor_from(std::span<std::uint8_t> bytes, const std::uint8_t* key, const std::uint8_t* nonce,
        std::uint32_t block);

    std::unique_ptr<EVP_CIPHER_CTX, Free> stream_;
    std::unique_ptr<EVP_MAC_CTX, Free> mac_;
};

} // namespace model::detail
