#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace model {

/// The first 16 bytes of BLAKE2b: for digests, chains and ids that are no secrets.
struct Hash128 {
    std::array<std::uint8_t, 16> bytes{};

    static Hash128 of(std::string_view bytes);

    Hash128& operator^=(const Hash128& other);
    std::string hex() const;
    static Hash128 from_hex(std::string_view text); ///< zero for anything but 32 hex digits

    bool operator==(const Hash128&) const = default;
};

std::string to_hex(std::string_view bytes);

/// Reads what to_hex() wrote of so many bytes. Tells whether it was that; if not, the bytes are any.
bool read_hex(std::string_view text, std::span<std::uint8_t> bytes);

std::string sha256_hex(std::string_view bytes);

} // namespace model
