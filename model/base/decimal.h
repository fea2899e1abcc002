#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// An exact decimal number: `units` of 10^-scale, so {1250, 2} is 12.50. Money and points are
/// decimals with the scale their field states; nothing is ever rounded on the way.
struct Decimal {
    std::int64_t units = 0;
    int scale = 0;

    /// Reads "-12.5" for a field of that scale. More places than the scale, thousands separators or
    /// other signs are no decimal; the number must fit 64 bits.
    static std::optional<Decimal> parse(std::string_view text, int scale);

    std::string text() const;

    bool operator==(const Decimal&) const = default;
};

} // namespace model
