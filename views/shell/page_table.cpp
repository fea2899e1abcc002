#include "views/shell/page_table.h"

#include "model/entities/catalog.h"
#include "views/widgets/tr.h"

#include <algorithm>
#include <array>

namespace views {

namespace {

using model::msgid;
using model::Role;

enum class Seen {
    by_office, ///< by the hall office of the county, and above it
    by_unit,   ///< by sending units too
    by_outlet, ///< by townships and villages too
    by_all,    ///< by everybody
};

struct Place {
    const char* group;
    std::string_view page;
    Seen seen;
};

constexpr const char* halls = msgid("Halls and windows");
constexpr const char* people = msgid("People");
constexpr const char* items = msgid("Items and units");
constexpr const char* county = msgid("County");

constexpr std::array places{
    Place{halls, "place", Seen::by_outlet},
    Place{halls, "window", Seen::by_office},
    Place{halls, "window_item", Seen::by_office},
    Place{people, "person", Seen::by_all},
    Place{people, "posting", Seen::by_unit},
    Place{people, "window_staff", Seen::by_office},
    Place{items, "item", Seen::by_all},
    Place{items, "unit", Seen::by_office},
    Place{county, sync_page, Seen::by_all},
    Place{county, conflicts_page, Seen::by_all},
    Place{county, bin_page, Seen::by_all},
    Place{county, backup_page, Seen::by_all},
};

bool sees(Role role, Seen seen)
{
    switch (role) {
    case Role::outlet:
        return seen == Seen::by_all || seen == Seen::by_outlet;
    case Role::unit:
        return seen == Seen::by_all || seen == Seen::by_unit;
    case Role::agency:
    case Role::upstream:
        break;
    }
    return true;
}

} // namespace

std::vector<PageGroup> page_groups(Role role)
{
    std::vector<PageGroup> groups;
    for (const auto& place : places) {
        if (!sees(role, place.seen))
            continue;
        if (groups.empty() || groups.back().label != place.group)
            groups.push_back({place.group, {}});
        groups.back().pages.push_back(place.page);
    }
    return groups;
}

std::vector<std::string_view> page_names(Role role)
{
    std::vector<std::string_view> names;
    for (const auto& place : places)
        if (sees(role, place.seen))
            names.push_back(place.page);
    return names;
}

const std::vector<std::string_view>& page_names()
{
    static const auto names = page_names(Role::agency);
    return names;
}

bool sees(Role role, std::string_view page)
{
    return std::ranges::any_of(
        places, [&](const Place& place) { return place.page == page && sees(role, place.seen); });
}

wxString page_label(std::string_view page, Role role)
{
    const bool reports = role == Role::outlet || role == Role::unit;
    if (page == sync_page)
        return reports ? tr("Report to the county") : tr("Sync");
    if (page == conflicts_page)
        return tr("Conflicts");
    if (page == bin_page)
        return tr("Recycle bin");
    if (page == backup_page)
        return tr("Backup and restore");
    return tr(model::hall_catalog().get(page).plural);
}

} // namespace views
