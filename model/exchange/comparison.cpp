#include "model/exchange/comparison.h"

#include "model/exchange/edition_reading.h"

#include <algorithm>

namespace model {

namespace {

struct Kind {
    std::string_view name;
    const char* label;
};

constexpr std::array<Kind, difference_kinds> kinds{
    Kind{"added", msgid("Added")},
    Kind{"changed", msgid("Changed")},
    Kind{"moved", msgid("Moved")},
    Kind{"recoded", msgid("New code")},
    Kind{"withdrawn", msgid("To be cancelled")},
};

const Kind& kind_of(Difference kind)
{
    return kinds.at(static_cast<std::size_t>(kind));
}

} // namespace

std::string_view difference_name(Difference kind)
{
    return kind_of(kind).name;
}

const char* difference_label(Difference kind)
{
    return kind_of(kind).label;
}

std::optional<Difference> parse_difference(std::string_view name)
{
    const auto found = std::ranges::find(kinds, name, &Kind::name);
    if (found == kinds.end())
        return std::nullopt;
    return static_cast<Difference>(found - kinds.begin());
}

bool EditionEntry::is_optional(const FieldDef& field) const
{
    switch (kind) {
    case Difference::changed:
        return true;
    case Difference::moved:
        return field.name != "unit";
    case Difference::recoded:
        return field.name != "code";
    default:
        return false;
    }
}

int Comparison::parts() const
{
    return same + unreadable + count(Difference::added) + count(Difference::changed)
        + count(Difference::moved) + count(Difference::recoded);
}

Message figures_of(const Comparison& comparison)
{
    std::vector<std::string> numbers{
        std::to_string(comparison.rows), std::to_string(comparison.same)};
    for (const auto kind :
        {Difference::changed, Difference::moved, Difference::recoded, Difference::added})
        numbers.push_back(std::to_string(comparison.count(kind)));
    numbers.push_back(std::to_string(comparison.unreadable));
    numbers.push_back(std::to_string(comparison.count(Difference::withdrawn)));
    return {msgid("{1} rows of the edition = {2} the same + {3} changed + {4} moved + {5} with a "
                  "new code + {6} added + {7} unreadable; withdrawn: {8}"),
        std::move(numbers)};
}

Comparison compare(RecordStore& store, const Edition& edition,
    const std::vector<Translate>& languages, const Progress& progress)
{
    return EditionReading(store, edition, languages).compare(progress);
}

} // namespace model
