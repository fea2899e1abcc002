#include "model/base/long_hash.h"

#include "model/base/hash.h"

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
    return read_hex(text, hash.bytes) ? hash : Hash256{};
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
