#include "model/rules/division_codes.h"

#include "model/rules/divisions.h"
#include "model/schema/actor.h"

namespace model {

namespace {

constexpr std::size_t digits_of_a_province = 2;
constexpr std::size_t digits_of_a_county = 6;

/// Of provinces and cities the code may be filled up with zeros.
bool stands_above_counties(std::string_view code)
{
    return code.size() < digits_of_a_county || code.substr(0, digits_of_a_county).ends_with("00");
}

} // namespace

std::optional<Finding> division_finding(std::string_view field, std::string_view code)
{
    if (code.empty())
        return std::nullopt;
    if (!Region::of(code))
        return Finding{.field = field,
            .message = {msgid("A division code has 2, 4, 6, 9 or 12 digits, such as 430922 or "
                              "430922101: see the list of divisions")}};
    if (county_of(code))
        return std::nullopt;
    const auto province = code.substr(0, digits_of_a_province);
    if (!is_province(province))
        return Finding{.field = field,
            .message = {msgid("No province has a code that begins with {1}: compare it with the "
                              "list of divisions"),
                {std::string(province)}}};
    if (!stands_above_counties(code))
        return Finding{.level = Level::warn,
            .field = field,
            .message = {msgid("The list of divisions has no county {1}: compare it, and leave it "
                              "if the code is a new one"),
                {std::string(code.substr(0, digits_of_a_county))}}};
    return std::nullopt;
}

} // namespace model
