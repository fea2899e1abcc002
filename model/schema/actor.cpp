#include "model/schema/actor.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace model {

namespace {

constexpr std::array<std::string_view, 4> role_names{"agency", "unit", "outlet", "upstream"};

} // namespace

std::string_view role_name(Role role)
{
    return role_names.at(static_cast<std::size_t>(role));
}

std::optional<Role> parse_role(std::string_view name)
{
    const auto found = std::ranges::find(role_names, name);
    if (found == role_names.end())
        return std::nullopt;
    return static_cast<Role>(found - role_names.begin());
}

std::optional<Region> Region::of(std::string_view code)
{
    if (code.size() == 6 && code.ends_with("0000"))
        code.remove_suffix(4);
    else if (code.size() == 6 && code.ends_with("00"))
        code.remove_suffix(2);
    if (code.size() == 12 && code.ends_with("000"))
        code.remove_suffix(3);
    if (code.size() == 9 && code.ends_with("000"))
        code.remove_suffix(3);
    constexpr std::array<std::size_t, 5> lengths{2, 4, 6, 9, 12};
    if (std::ranges::find(lengths, code.size()) == lengths.end())
        return std::nullopt;

    Scope number = 0;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
    if (error != std::errc{} || end != code.data() + code.size() || number <= 0)
        return std::nullopt;
    Scope width = 1;
    for (auto i = code.size(); i < 12; ++i)
        width *= 10;
    return Region{number * width, number * width + width - 1};
}

std::string township_of(Scope scope)
{
    return std::to_string(scope / 1000);
}

} // namespace model
