#include "views/shell/page_table.h"

#include "model/dashboard/dashboard.h"
#include "model/entities/catalog.h"
#include "views/shell/desk.h"
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
    const char* group; ///< none: it stands alone
    std::string_view page;
    Seen seen;
};

constexpr const char* halls = msgid("Halls and windows");
constexpr const char* people = msgid("People");
constexpr const char* day = msgid("Duty and attendance");
constexpr const char* items = msgid("Items and units");
constexpr const char* catalog = msgid("Changes of the catalog");
constexpr const char* outlets = msgid("Outlets");
constexpr const char* supervision = msgid("Supervision");
constexpr const char* personal = msgid("Personal information");
constexpr const char* figures = msgid("Figures");
constexpr const char* county = msgid("County");
constexpr const char* program = msgid("Program");

constexpr std::array places{
    Place{nullptr, board_page, Seen::by_all},
    Place{halls, "place", Seen::by_outlet},
    Place{halls, "place_change", Seen::by_office},
    Place{halls, "window", Seen::by_office},
    Place{halls, hall_page, Seen::by_office},
    Place{halls, "window_item", Seen::by_office},
    Place{halls, "window_position", Seen::by_office},
    Place{halls, "equipment", Seen::by_office},
    Place{halls, "equipment_patrol", Seen::by_office},
    Place{halls, "basis_document", Seen::by_office},
    Place{people, "person", Seen::by_all},
    Place{people, "posting", Seen::by_unit},
    Place{people, "window_staff", Seen::by_office},
    Place{people, "authorisation", Seen::by_unit},
    Place{people, "authorised_item", Seen::by_unit},
    Place{people, "posting_change", Seen::by_unit},
    Place{people, "handover_check", Seen::by_office},
    Place{people, "training", Seen::by_office},
    Place{people, "certificate", Seen::by_unit},
    Place{people, "award", Seen::by_office},
    Place{day, morning_page, Seen::by_office},
    Place{day, "roll_call", Seen::by_office},
    Place{day, "attendance_day", Seen::by_office},
    Place{day, "leave", Seen::by_unit},
    Place{day, "roster", Seen::by_office},
    Place{day, "chain_step", Seen::by_office},
    Place{day, "approval", Seen::by_office},
    Place{items, "item", Seen::by_all},
    Place{items, "item_material", Seen::by_office},
    Place{items, "item_fee", Seen::by_office},
    Place{items, "bundle", Seen::by_office},
    Place{items, "bundle_item", Seen::by_office},
    Place{items, "unit", Seen::by_office},
    Place{items, "unit_change", Seen::by_office},
    Place{catalog, "item_change", Seen::by_unit},
    Place{catalog, "negative_entry", Seen::by_unit},
    Place{catalog, "case_count", Seen::by_office},
    Place{outlets, "outlet_item", Seen::by_outlet},
    Place{outlets, "agency_case", Seen::by_outlet},
    Place{outlets, "outlet_patrol", Seen::by_office},
    Place{supervision, "checklist", Seen::by_office},
    Place{supervision, "checklist_line", Seen::by_office},
    Place{supervision, "inspection", Seen::by_office},
    Place{supervision, "inspection_line", Seen::by_office},
    Place{supervision, "finding", Seen::by_office},
    Place{supervision, "complaint", Seen::by_office},
    Place{supervision, "bad_rating", Seen::by_office},
    Place{supervision, "unable_case", Seen::by_office},
    Place{supervision, "tip", Seen::by_office},
    Place{supervision, "reporter", Seen::by_office},
    Place{supervision, "commitment", Seen::by_office},
    Place{supervision, "task", Seen::by_office},
    Place{personal, minimise_page, Seen::by_office},
    Place{personal, "impact_assessment", Seen::by_office},
    Place{personal, "provision", Seen::by_office},
    Place{personal, "retention", Seen::by_office},
    Place{figures, dashboard_page, Seen::by_office},
    Place{figures, case_page, Seen::by_office},
    Place{figures, cross_page, Seen::by_office},
    Place{county, "calendar_day", Seen::by_office},
    Place{county, "setting", Seen::by_office},
    Place{county, sync_page, Seen::by_all},
    Place{county, conflicts_page, Seen::by_all},
    Place{county, bin_page, Seen::by_all},
    Place{county, backup_page, Seen::by_all},
    Place{program, "local_field", Seen::by_outlet},
    Place{program, "user", Seen::by_all},
    Place{program, devices_page, Seen::by_office},
    Place{program, audit_page, Seen::by_all},
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

/// What is no register: the recycle bin is for whoever enters something, conflicts also for whoever
/// decides between what others entered, syncing for whoever has work here.
bool has_duty(const model::Permission& permission, std::string_view page)
{
    const auto* def = model::hall_catalog().find(page);
    if (def)
        return permission.may_somewhere(model::Action::see, *def);
    if (page == audit_page)
        return permission.may(model::Action::log);
    if (page == morning_page)
        return permission.may_somewhere(
            model::Action::enter, model::hall_catalog().get("roll_call"));
    if (page == minimise_page)
        return permission.may(model::Action::minimise);
    if (page == devices_page)
        return permission.may(model::Action::devices);
    if (page == dashboard_page)
        return model::has_dashboard(permission);
    if (page == case_page)
        return permission.may_somewhere(
            model::Action::see, model::hall_catalog().get("case_count"));
    if (page == hall_page)
        return permission.may_somewhere(model::Action::see, model::hall_catalog().get("window"))
            && permission.may_somewhere(
                model::Action::see, model::hall_catalog().get("window_position"));
    const auto sees = [&](const model::EntityDef* each) {
        return permission.may_somewhere(model::Action::see, *each);
    };
    if (page == board_page)
        return std::ranges::any_of(model::hall_catalog().all(), sees);
    if (page == cross_page)
        return std::ranges::any_of(model::hall_catalog().all(), [&](const auto* each) {
            return !each->administrative && permission.may_somewhere(model::Action::see, *each);
        });
    const auto enters = [&](const model::EntityDef* each) {
        return permission.may_somewhere(model::Action::enter, *each);
    };
    const auto confirms = [&](const model::EntityDef* each) {
        return permission.may_somewhere(model::Action::confirm, *each);
    };
    const auto all = model::hall_catalog().all();
    return std::ranges::any_of(all, enters)
        || (page == conflicts_page && std::ranges::any_of(all, confirms))
        || (page == sync_page && !permission.may(model::Action::log));
}

bool sees(const Viewer& viewer, const Place& place)
{
    return sees(viewer.role, place.seen) && has_duty(viewer.permission, place.page)
        && (!viewer.sees_copy || place.page == cross_page || place.page == dashboard_page
            || place.page == case_page || model::hall_catalog().find(place.page));
}

} // namespace

Viewer viewer_of(const Desk& desk)
{
    Viewer viewer(desk.editor);
    viewer.sees_copy = !desk.copy_of.empty();
    return viewer;
}

std::vector<PageGroup> page_groups(const Viewer& viewer)
{
    std::vector<PageGroup> groups;
    for (const auto& place : places) {
        if (!sees(viewer, place))
            continue;
        if (groups.empty() || groups.back().label != place.group)
            groups.push_back({place.group, {}});
        groups.back().pages.push_back(place.page);
    }
    return groups;
}

std::vector<std::string_view> page_names(const Viewer& viewer)
{
    std::vector<std::string_view> names;
    for (const auto& place : places)
        if (sees(viewer, place))
            names.push_back(place.page);
    return names;
}

const std::vector<std::string_view>& page_names()
{
    static const auto names = page_names(Role::agency);
    return names;
}

bool sees(const Viewer& viewer, std::string_view page)
{
    return std::ranges::any_of(
        places, [&](const Place& place) { return place.page == page && sees(viewer, place); });
}

wxString page_label(std::string_view page, Role role)
{
    const bool reports = role == Role::outlet || role == Role::unit;
    if (page == board_page)
        return tr("To do");
    if (page == sync_page)
        return reports ? tr("Report to the county") : tr("Sync");
    if (page == conflicts_page)
        return tr("Conflicts");
    if (page == devices_page)
        return tr("Computers");
    if (page == bin_page)
        return tr("Recycle bin");
    if (page == audit_page)
        return tr("Audit log");
    if (page == backup_page)
        return tr("Backup and restore");
    if (page == cross_page)
        return tr("Cross-tables");
    if (page == dashboard_page)
        return tr("Overview");
    if (page == case_page)
        return tr("Case report");
    if (page == hall_page)
        return tr("Hall plan");
    if (page == morning_page)
        return tr("Morning roll-call");
    if (page == minimise_page)
        return tr("Clean-up after leaving");
    return tr(model::hall_catalog().get(page).plural);
}

} // namespace views
