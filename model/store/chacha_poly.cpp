#include "model/store/chacha_poly.h"

#include <algorithm>
#include <array>
#include <new>
#include <openssl/evp.h>
#include <stdexcept>

namespace model::detail {

namespace {

struct FreeMac {
    void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
};

void expect(int done)
{
    if (done != 1)
        throw std::runtime_error("OpenSSL cannot compute ChaCha20-Poly1305");
}

} // namespace

void ChaChaPoly::Free::operator()(EVP_CIPHER_CTX* context) const
{
    EVP_CIPHER_CTX_free(context);
}

void ChaChaPoly::Free::operator()(EVP_MAC_CTX* context) const
{
    EVP_MAC_CTX_free(context);
}

ChaChaPoly::ChaChaPoly() : stream_(EVP_CIPHER_CTX_new())
{
    const std::unique_ptr<EVP_MAC, FreeMac> poly(EVP_MAC_fetch(nullptr, "Poly1305", nullptr));
    expect(poly ? 1 : 0);
    mac_.reset(EVP_MAC_CTX_new(poly.get()));
    if (!stream_ || !mac_)
        throw std::bad_alloc();
    expect(EVP_EncryptInit_ex2(stream_.get(), EVP_chacha20(), nullptr, nullptr, nullptr));
}

void ChaChaPoly::xor_from(std::span<std::uint8_t> bytes, const std::uint8_t* key,
    const std::uint8_t* nonce, std::uint32_t block)
{
    std::array<std::uint8_t, 4 + stream_nonce_length> begin{static_cast<std::uint8_t>(block),
        static_cast<std::uint8_t>(block >> 8U), static_cast<std::uint8_t>(block >> 16U),
        static_cast<std::uint8_t>(block >> 24U)};
    std::copy_n(nonce, stream_nonce_length, begin.begin() + 4);
    int written = 0;
    expect(EVP_EncryptInit_ex2(stream_.get(), nullptr, key, begin.data(), nullptr));
    expect(EVP_EncryptUpdate(
        stream_.get(), bytes.data(), &written, bytes.data(), static_cast<int>(bytes.size())));
}

void ChaChaPoly::xor_stream(std::span<std::uint8_t> bytes, const std::uint8_t* key,
    const std::uint8_t* nonce, std::uint32_t block)
{
    constexpr std::uint64_t block_length = 64;
    constexpr std::uint64_t all_blocks = std::uint64_t{1} << 32U;
    const auto until_round = static_cast<std::size_t>(
        std::min<std::uint64_t>(bytes.size(), (all_blocks - block) * block_length));
    xor_from(bytes.first(until_round), key, nonce, block);
    if (const auto rest = bytes.subspan(until_round); !rest.empty())
        xor_from(rest, key, nonce, 0);
}

void ChaChaPoly::seal(
    std::span<const std::uint8_t> bytes, const std::uint8_t* key, std::uint8_t* seal)
{
    std::size_t length = 0;
    expect(EVP_MAC_init(mac_.get(), key, stream_key_length, nullptr));
    expect(EVP_MAC_update(mac_.get(), bytes.data(), bytes.size()));
    expect(EVP_MAC_final(mac_.get(), seal, &length, seal_length));
}

} // namespace model::detail
