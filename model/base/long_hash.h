#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// 32 bytes of BLAKE2b: for what nobody shall be able to change without being found out.
struct Hash256 {
    std::array<std::uint8_t, 32> bytes{};

    static Hash256 of(std::string_view bytes);

    std::string hex() const;
    static Hash256 from_hex(std::string_view text); ///< zero for anything but 64 hex digits
    std::string_view view() const;

    bool operator==(const Hash256&) const = default;
};

/// Texts and numbers one after the other, so that no two different lists have the same hash.
class HashParts {
public:
    HashParts& add(std::int64_t number);
    HashParts& add(std::string_view text);
    HashParts& add(const std::optional<std::string>& text); ///< none differs from an empty one
    HashParts& add(const Hash256& hash) { return add(hash.view()); }

    Hash256 hash() const { return Hash256::of(bytes_); }

private:
    std::string bytes_;
};

} // namespace model
