#include "model/schema/field.h"

#include <algorithm>

namespace model {

std::string_view owner_name(Owner owner)
{
    constexpr std::array<std::string_view, 5> names{
        "agency", "home_unit", "outlet", "upstream", "shared"};
    return names.at(static_cast<std::size_t>(owner));
}

const char* label_of(std::span<const Choice> choices, std::string_view code)
{
    const auto found = std::ranges::find(choices, code, &Choice::code);
    return found == choices.end() ? nullptr : found->label;
}

} // namespace model
