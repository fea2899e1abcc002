#include "model/dashboard/figure_reader.h"

#include "model/commands/own_divisions.h"
#include "model/entities/place.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::size_t county_digits = 6;
constexpr std::size_t township_digits = 9;

} // namespace

void FigureReader::note_sight(FigureTable& table) const
{
    const bool sees_all = std::ranges::all_of(table.columns, [&](const FigureColumn& column) {
        return permission.extent(Action::see, *column.def).is_everything();
    });
    if (!sees_all)
        table.notes.push_back({msgid("Only what this account may see is counted")});
}

std::vector<Subdivision> divisions_seen(RecordStore& store, const Permission& permission)
{
    const auto region = store.self().region;
    auto divisions = divisions_of(store);
    const auto seen = permission.extent(Action::see, def_of<Place>());
    std::erase_if(divisions, [&](const Subdivision& division) {
        const auto at = Region::of(division.code);
        return !at
            || !std::string_view(division.code)
                    .starts_with(std::string_view(region).substr(0, township_digits))
            || (seen.region && !seen.region->contains(*at));
    });
    return divisions;
}

Message no_list_of(const std::string& region)
{
    return {
        msgid("There is no list of townships and villages of {1} in this version of the program: "
              "import one by the menu File"),
        {region.substr(0, county_digits)}};
}

} // namespace model
