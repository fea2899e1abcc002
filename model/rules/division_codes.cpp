#include "model/rules/division_codes.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <set>

namespace model {

namespace {

constexpr std::size_t digits_of_a_province = 2;
constexpr std::size_t digits_of_a_county = 6;

/// Provinces, cities and counties by their codes of two, four and six digits.
const std::set<std::string_view>& known_divisions()
{
    static const auto all = [] {
        std::set<std::string_view> codes{"71", "81", "82"}; // of which the list holds no counties
        auto text = assets::text("codes/counties.csv");
        while (!text.empty()) {
            const auto line = text.substr(0, text.find('\n'));
            codes.insert(line.substr(0, line.find(',')));
            text.remove_prefix(std::min(text.size(), line.size() + 1));
        }
        return codes;
    }();
    return all;
}

bool is_known_county(std::string_view code)
{
    const auto county = code.substr(0, digits_of_a_county);
    return code.size() < digits_of_a_county || county.ends_with("00")
        || known_divisions().contains(county);
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
    const auto province = code.substr(0, digits_of_a_province);
    if (!known_divisions().contains(province))
        return Finding{.field = field,
            .message = {msgid("No province has a code that begins with {1}: compare it with the "
                              "list of divisions"),
                {std::string(province)}}};
    if (!is_known_county(code))
        return Finding{.level = Level::warn,
            .field = field,
            .message = {msgid("The list of divisions has no county {1}: compare it, and leave it "
                              "if the code is a new one"),
                {std::string(code.substr(0, digits_of_a_county))}}};
    return std::nullopt;
}

} // namespace model
