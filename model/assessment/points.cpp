#include "model/assessment/points.h"

#include "model/base/decimal.h"
#include "model/base/error.h"

namespace model {

namespace {

[[noreturn]] void refuse()
{
    throw Error({msgid("A number of points is too large to be counted: look for a wrong count")});
}

std::int64_t product(std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    if (__builtin_mul_overflow(a, b, &result))
        refuse();
    return result;
}

std::int64_t sum(std::int64_t a, std::int64_t b)
{
    std::int64_t result = 0;
    if (__builtin_add_overflow(a, b, &result))
        refuse();
    return result;
}

std::int64_t power_of_ten(int exponent)
{
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

/// Halves away from zero; the divisor is above zero.
std::int64_t divided(std::int64_t value, std::int64_t by)
{
    const auto whole = value / by;
    const auto rest = value % by;
    const bool is_half_or_more = (rest < 0 ? -rest : rest) >= by - (rest < 0 ? -rest : rest);
    return !is_half_or_more ? whole : value < 0 ? whole - 1 : whole + 1;
}

} // namespace

Points Points::of(std::int64_t whole)
{
    Points points;
    points.units_ = product(whole, power_of_ten(scale));
    return points;
}

std::optional<Points> Points::parse(std::string_view text)
{
    const auto decimal = text.starts_with('+') ? std::nullopt : Decimal::parse(text, stated_places);
    Points points;
    if (!decimal
        || __builtin_mul_overflow(
            decimal->units, power_of_ten(scale - stated_places), &points.units_))
        return std::nullopt;
    return points;
}

Points Points::operator+(Points other) const
{
    other.units_ = sum(units_, other.units_);
    return other;
}

Points Points::operator-(Points other) const
{
    if (__builtin_sub_overflow(units_, other.units_, &other.units_))
        refuse();
    return other;
}

Points Points::operator*(std::int64_t times) const
{
    Points points;
    points.units_ = product(units_, times);
    return points;
}

Points Points::weighted(std::int64_t hundredths_of_percent) const
{
    constexpr std::int64_t whole = 10'000;
    Points points;
    // Split, so that a large score times a weight does not pass 64 bits on the way.
    points.units_ = sum(product(units_ / whole, hundredths_of_percent),
        divided(units_ % whole * hundredths_of_percent, whole));
    return points;
}

Points Points::linked(Points ratio) const
{
    const auto step = power_of_ten(scale - inner_places);
    Points points;
    points.units_ = product(
        divided(product(units_ / step, ratio.units_ / step), power_of_ten(inner_places)), step);
    return points;
}

Points Points::rounded(int places) const
{
    const auto step = power_of_ten(scale - places);
    Points points;
    points.units_ = product(divided(units_, step), step);
    return points;
}

std::int64_t Points::hundredths() const
{
    return units_ / power_of_ten(scale - stated_places);
}

std::string Points::text() const
{
    auto text = Decimal{units_, scale}.text();
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::string Points::text(int places) const
{
    return Decimal{divided(units_, power_of_ten(scale - places)), places}.text();
}

Points mean(std::span<const WeightedPoints> values, int places)
{
    const auto inner = power_of_ten(Points::scale - Points::inner_places);
    std::int64_t total = 0;
    std::int64_t weight = 0;
    for (const auto& value : values) {
        const auto four = value.points.rounded(Points::inner_places).units_ / inner;
        total = sum(total, product(four, value.weight));
        weight = sum(weight, value.weight);
    }
    Points points;
    points.units_ =
        product(divided(total, product(weight, power_of_ten(Points::inner_places - places))),
            power_of_ten(Points::scale - places));
    return points;
}

} // namespace model
