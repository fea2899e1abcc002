#include "model/commands/identity.h"

#include "model/base/text.h"

#include <algorithm>

namespace model {

std::string_view identity_group(const Record& record)
{
    const auto is_filled = [&](std::string_view group) {
        return std::ranges::any_of(
            split(group, '+'), [&](const std::string& field) { return !is_empty(record[field]); });
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
    for (const auto& field : split(group, '+'))
        name += '\x1f' + to_text(record[field]);
    return Uuid::named("hallkeeper/" + std::string(record.def->name), name);
}

bool is_same_thing(const Record& record, const Record& other)
{
    const auto group = identity_group(record);
    return record.def == other.def && !group.empty()
        && std::ranges::all_of(split(group, '+'),
            [&](const std::string& field) { return record[field] == other[field]; });
}

} // namespace model
