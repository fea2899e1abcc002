#include "model/commands/identity.h"

#include <algorithm>
#include <functional>
#include <ranges>

namespace model {

namespace {

/// The value of each field of a group such as "unit+number".
auto values_of(const Record& record, std::string_view group)
{
    return std::views::split(group, '+') | std::views::transform([&record](const auto& part) {
        return std::cref(record[std::string_view(part.begin(), part.end())]);
    });
}

} // namespace

std::string_view identity_group(const Record& record)
{
    const auto is_filled = [&](std::string_view group) {
        return std::ranges::any_of(
            values_of(record, group), [](const Value& value) { return !is_empty(value); });
    };
    const auto found = std::ranges::find_if(record.def->identity, is_filled);
    return found == record.def->identity.end() ? std::string_view() : *found;
}

Uuid identity_for(const Record& record, Clock& clock, Random& random)
{
    const auto group = identity_group(record);
    if (group.empty())
        return Uuid::make(clock, random);
    std::string name(group);
    for (const Value& value : values_of(record, group))
        name.append(1, '\x1f').append(to_text(value));
    return Uuid::named("hallkeeper/" + std::string(record.def->name), name);
}

bool is_same_thing(const Record& record, const Record& other)
{
    const auto group = identity_group(record);
    return record.def->id == other.def->id && !group.empty()
        && std::ranges::equal(values_of(record, group), values_of(other, group),
            [](const Value& one, const Value& another) { return one == another; });
}

} // namespace model
