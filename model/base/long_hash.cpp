#include "model/base/long_hash.h"

#include "model/base/hash.h"

#include <charconv>
#include <sodium.h>

namespace model {

Hash256 Hash256::of(std::string_view bytes)
{
    Hash256 hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(),
        reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    return hash;
}

std::string Hash256::hex() const
{
    return to_hex(view());
}

Hash256 Hash256::from_hex(std::string_view text)
{
    Hash256 hash;
    if (text.size() != 2 * hash.bytes.size())
        return hash;
    for (std::size_t i = 0; i < hash.bytes.size(); ++i) {
        const auto* from = text.data() + 2 * i;
        const auto [end, error] = std::from_chars(from, from + 2, hash.bytes[i], 16);
        if (error != std::errc{} || end != from + 2)
            return {};
    }
    return hash;
}

std::string_view Hash256::view() const
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

HashParts& HashParts::add(std::int64_t number)
{
    bytes_ += 'n';
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes_ += static_cast<char>(static_cast<std::uint64_t>(number) >> shift & 255U);
    return *this;
}

HashParts& HashParts::add(std::string_view text)
{
    add(static_cast<std::int64_t>(text.size()));
    bytes_ += text;
    return *this;
}

HashParts& HashParts::add(const std::optional<std::string>& text)
{
    if (text)
        return add(std::string_view(*text));
    bytes_ += '-';
    return *this;
}

} // namespace model
