#include "model/rules/division_codes.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <charconv>
#include <vector>

namespace model {

namespace {

constexpr std::size_t digits_of_a_province = 2;
constexpr std::size_t digits_of_a_county = 6;

/// What the list of divisions names, by the numbers that the codes are.
struct Known {
    std::vector<bool> provinces = std::vector<bool>(100);
    std::vector<bool> counties = std::vector<bool>(1'000'000);
};

std::size_t number_of(std::string_view digits)
{
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

const Known& known_divisions()
{
    static const auto all = [] {
        Known known;
        for (const auto without_counties : {71U, 81U, 82U})
            known.provinces[without_counties] = true;
        auto text = assets::text("codes/counties.csv");
        while (!text.empty()) {
            const auto line = text.substr(0, text.find('\n'));
            const auto code = line.substr(0, line.find(','));
            if (code.size() == digits_of_a_province)
                known.provinces[number_of(code)] = true;
            else if (code.size() == digits_of_a_county)
                known.counties[number_of(code)] = true;
            text.remove_prefix(std::min(text.size(), line.size() + 1));
        }
        return known;
    }();
    return all;
}

bool is_known_county(std::string_view code)
{
    const auto county = code.substr(0, digits_of_a_county);
    return code.size() < digits_of_a_county || county.ends_with("00")
        || known_divisions().counties[number_of(county)];
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
    if (!known_divisions().provinces[number_of(province)])
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
