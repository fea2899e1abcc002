#include "model/base/decimal.h"

namespace model {

std::optional<Decimal> Decimal::parse(std::string_view text, int scale)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto places =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && places.empty())
        || places.size() > static_cast<std::size_t>(scale))
        return std::nullopt;

    std::int64_t units = 0;
    const auto push = [&](char digit) {
        return digit >= '0' && digit <= '9' && !__builtin_mul_overflow(units, 10, &units)
            && !__builtin_add_overflow(units, digit - '0', &units);
    };
    for (const char c : whole)
        if (!push(c))
            return std::nullopt;
    for (int i = 0; i < scale; ++i)
        if (!push(static_cast<std::size_t>(i) < places.size() ? places[static_cast<std::size_t>(i)]
                                                              : '0'))
            return std::nullopt;
    return Decimal{negative ? -units : units, scale};
}

std::string Decimal::text() const
{
    auto digits = std::to_string(
        units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units));
    const auto places = static_cast<std::size_t>(scale);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    if (places)
        digits.insert(digits.size() - places, ".");
    return (units < 0 ? "-" : "") + digits;
}

} // namespace model
