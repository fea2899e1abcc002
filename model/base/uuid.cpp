#include "model/base/uuid.h"

#include <sodium.h>

namespace model {

namespace {

constexpr std::string_view hex = "0123456789abcdef";

constexpr bool is_dash(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

void set_version(Uuid& id, unsigned version)
{
    id.bytes[6] = static_cast<std::uint8_t>(version << 4U | (id.bytes[6] & 0x0fU));
    id.bytes[8] = static_cast<std::uint8_t>(0x80U | (id.bytes[8] & 0x3fU));
}

} // namespace

Uuid Uuid::make(Clock& clock, Random& random)
{
    Uuid id;
    random.fill(id.bytes);
    auto now = clock.now();
    for (std::size_t i = 6; i-- > 0; now >>= 8)
        id.bytes[i] = static_cast<std::uint8_t>(now & 0xff);
    set_version(id, 7);
    return id;
}

Uuid Uuid::named(std::string_view kind, std::string_view name)
{
    const std::string text = std::string(kind) + '\x1f' + std::string(name);
    Uuid id;
    crypto_generichash(id.bytes.data(), id.bytes.size(),
        reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
    set_version(id, 8);
    return id;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid id;
    for (std::size_t i = 0, nibble = 0; i < text.size(); ++i) {
        if (is_dash(i)) {
            if (text[i] != '-')
                return std::nullopt;
            continue;
        }
        const char c = text[i] >= 'A' && text[i] <= 'F' ? static_cast<char>(text[i] + 32) : text[i];
        const auto digit = hex.find(c);
        if (digit == std::string_view::npos)
            return std::nullopt;
        auto& byte = id.bytes[nibble++ / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | digit);
    }
    return id;
}

std::string Uuid::text() const
{
    std::string text;
    text.reserve(36);
    for (const auto byte : bytes) {
        if (is_dash(text.size()))
            text += '-';
        text += hex[byte >> 4];
        text += hex[byte & 0x0f];
    }
    return text;
}

} // namespace model
