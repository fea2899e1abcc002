#include "model/schema/field.h"

#include <algorithm>

namespace model {

std::string_view owner_name(Owner owner)
{
    constexpr std::array<std::string_view, 5> names{
        "agency", "home_unit", "outlet", "upstream", "shared"};
    return names.at(static_cast<std::size_t>(owner));
}

int longest_text(const FieldDef& field)
{
    constexpr int usual = 200;
    constexpr int usual_of_several_lines = 20'000; // a legal basis with its articles
    if (field.longest > 0)
        return field.longest;
    return field.long_text ? usual_of_several_lines : usual;
}

const char* label_of(std::span<const Choice> choices, std::string_view code)
{
    const auto found = std::ranges::find(choices, code, &Choice::code);
    return found == choices.end() ? nullptr : found->label;
}

} // namespace model
