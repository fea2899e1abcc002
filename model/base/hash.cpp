#include "model/base/hash.h"

#include <sodium.h>

namespace model {

namespace {

int nibble(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

Hash128 Hash128::of(std::string_view bytes)
{
    Hash128 hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(),
        reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    return hash;
}

Hash128& Hash128::operator^=(const Hash128& other)
{
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] ^= other.bytes[i];
    return *this;
}

std::string Hash128::hex() const
{
    return to_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Hash128 Hash128::from_hex(std::string_view text)
{
    Hash128 hash;
    return read_hex(text, hash.bytes) ? hash : Hash128{};
}

std::string to_hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4U];
        text += digits[static_cast<unsigned char>(c) & 15U];
    }
    return text;
}

bool read_hex(std::string_view text, std::span<std::uint8_t> bytes)
{
    if (text.size() != 2 * bytes.size())
        return false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = nibble(text[2 * i]);
        const int low = nibble(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return true;
}

std::string sha256_hex(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(
        hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return to_hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

} // namespace model
