#include "views/shell/page_table.h"

#include "model/commands/workplace.h"
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

/// Whose daily work it is: of the hall office of the county, and above it, all is. What others work
/// with besides stands under “More” there.
enum class Daily {
    office,
    unit,   ///< sending units' too
    outlet, ///< townships' and villages' too
    all,
};

struct Place {
    const char* group; ///< none: it stands alone
    std::string_view page;
    Daily daily;
};

constexpr const char* halls = msgid("Halls and windows");
constexpr const char* people = msgid("People");
constexpr const char* day = msgid("Duty and attendance");
constexpr const char* items = msgid("Items and units");
constexpr const char* catalog = msgid("Changes of the catalog");
constexpr const char* outlets = msgid("Outlets");
constexpr const char* supervision = msgid("Supervision");
constexpr const char* personal = msgid("Personal information");
constexpr const char* assessments = msgid("Assessments");
constexpr const char* figures = msgid("Figures");
constexpr const char* county = msgid("County");
constexpr const char* program = msgid("Program");

constexpr std::array places{
    Place{nullptr, board_page, Daily::all},
    Place{halls, "place", Daily::outlet},
    Place{halls, "place_change", Daily::office},
    Place{halls, "window", Daily::office},
    Place{halls, hall_page, Daily::office},
    Place{halls, "window_item", Daily::office},
    Place{halls, "window_unit", Daily::office},
    Place{halls, "window_position", Daily::office},
    Place{halls, "equipment", Daily::office},
    Place{halls, "equipment_patrol", Daily::office},
    Place{halls, "basis_document", Daily::office},
    Place{people, "person", Daily::all},
    Place{people, "posting", Daily::all},
    Place{people, "window_staff", Daily::office},
    Place{people, "authorisation", Daily::unit},
    Place{people, "authorised_item", Daily::unit},
    Place{people, "posting_change", Daily::unit},
    Place{people, rotation_page, Daily::office},
    Place{people, "handover_check", Daily::office},
    Place{people, "training", Daily::office},
    Place{people, "certificate", Daily::unit},
    Place{people, "award", Daily::office},
    Place{day, morning_page, Daily::office},
    Place{day, "roll_call", Daily::office},
    Place{day, "attendance_day", Daily::office},
    Place{day, "leave", Daily::all},
    Place{day, duty_page, Daily::office},
    Place{day, "roster", Daily::office},
    Place{day, "chain_step", Daily::office},
    Place{day, "approval", Daily::office},
    Place{items, "item", Daily::all},
    Place{items, "item_material", Daily::office},
    Place{items, "item_fee", Daily::office},
    Place{items, "bundle", Daily::office},
    Place{items, "bundle_item", Daily::office},
    Place{items, "type_code", Daily::office},
    Place{items, "unit", Daily::office},
    Place{items, "unit_change", Daily::office},
    Place{catalog, "item_change", Daily::unit},
    Place{catalog, "negative_entry", Daily::unit},
    Place{catalog, "case_count", Daily::office},
    Place{outlets, "outlet_item", Daily::outlet},
    Place{outlets, "agency_case", Daily::outlet},
    Place{outlets, "outlet_patrol", Daily::office},
    Place{supervision, "checklist", Daily::office},
    Place{supervision, "checklist_line", Daily::office},
    Place{supervision, "inspection", Daily::office},
    Place{supervision, "inspection_line", Daily::office},
    Place{supervision, "finding", Daily::all},
    Place{supervision, "complaint", Daily::office},
    Place{supervision, "bad_rating", Daily::unit},
    Place{supervision, "unable_case", Daily::office},
    Place{supervision, "tip", Daily::office},
    Place{supervision, "reporter", Daily::office},
    Place{supervision, "commitment", Daily::office},
    Place{supervision, "task", Daily::all},
    Place{assessments, scores_page, Daily::office},
    Place{assessments, "method", Daily::office},
    Place{assessments, "period", Daily::office},
    Place{assessments, "ledger_entry", Daily::office},
    Place{assessments, "score", Daily::unit},
    Place{assessments, "ballot", Daily::office},
    Place{assessments, "objection", Daily::unit},
    Place{assessments, "annual_grade", Daily::unit},
    Place{personal, minimise_page, Daily::office},
    Place{personal, "impact_assessment", Daily::office},
    Place{personal, "provision", Daily::office},
    Place{personal, "retention", Daily::office},
    Place{figures, dashboard_page, Daily::office},
    Place{figures, case_page, Daily::office},
    Place{figures, cross_page, Daily::office},
    Place{figures, coverage_page, Daily::office},
    Place{figures, stationing_page, Daily::office},
    Place{county, "calendar_day", Daily::office},
    Place{county, "setting", Daily::office},
    Place{county, sync_page, Daily::all},
    Place{county, conflicts_page, Daily::all},
    Place{county, bin_page, Daily::all},
    Place{county, backup_page, Daily::all},
    Place{program, "local_field", Daily::outlet},
    Place{program, "user", Daily::all},
    Place{program, devices_page, Daily::office},
    Place{program, audit_page, Daily::all},
};

bool is_daily(Role role, Daily daily)
{
    switch (role) {
    case Role::outlet:
        return daily == Daily::all || daily == Daily::outlet;
    case Role::unit:
        return daily == Daily::all || daily == Daily::unit;
    case Role::agency:
    case Role::upstream:
        break;
    }
    return true;
}

/// Whether an office of that kind works with it at all, daily or not.
bool works_with(Role role, const Place& place)
{
    if (is_daily(role, place.daily))
        return true;
    if (const auto* def = model::hall_catalog().find(place.page))
        return model::works_with(role, *def);
    // A township's centre has windows and a morning as the county's hall has, and villages of its
    // own.
    return role == Role::outlet
        && (place.page == hall_page || place.page == morning_page || place.page == duty_page
            || place.page == coverage_page);
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
    if (page == duty_page)
        return permission.may_somewhere(model::Action::see, model::hall_catalog().get("roster"));
    if (page == minimise_page)
        return permission.may(model::Action::minimise);
    if (page == devices_page)
        return permission.may(model::Action::devices);
    if (page == dashboard_page)
        return model::has_dashboard(permission);
    if (page == case_page)
        return permission.may_somewhere(
            model::Action::see, model::hall_catalog().get("case_count"));
    if (page == coverage_page)
        return permission.may_somewhere(model::Action::see, model::hall_catalog().get("place"));
    if (page == rotation_page)
        return permission.may_somewhere(model::Action::see, model::hall_catalog().get("posting"));
    if (page == stationing_page)
        return permission.may_somewhere(model::Action::see, model::hall_catalog().get("item"));
    if (page == scores_page)
        return permission.may_somewhere(model::Action::see, model::hall_catalog().get("score"))
            && permission.may_somewhere(
                model::Action::see, model::hall_catalog().get("ledger_entry"));
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
    return works_with(viewer.role, place) && has_duty(viewer.permission, place.page)
        && (!viewer.sees_copy || place.page == cross_page || place.page == dashboard_page
            || place.page == case_page || place.page == coverage_page
            || place.page == stationing_page || place.page == rotation_page
            || place.page == scores_page || model::hall_catalog().find(place.page));
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
    for (const bool further : {false, true})
        for (const auto& place : places) {
            if (is_daily(viewer.role, place.daily) == further || !sees(viewer, place))
                continue;
            if (groups.empty() || groups.back().label != place.group
                || groups.back().further != further)
                groups.push_back({place.group, {}, further});
            groups.back().pages.push_back(place.page);
        }
    return groups;
}

std::vector<std::string_view> page_names(const Viewer& viewer)
{
    std::vector<std::string_view> names;
    for (const auto& group : page_groups(viewer))
        names.insert(names.end(), group.pages.begin(), group.pages.end());
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
    if (page == coverage_page)
        return tr("Coverage by outlets");
    if (page == stationing_page)
        return tr("Stationing of items");
    if (page == scores_page)
        return tr("Scores and ranking");
    if (page == rotation_page)
        return tr("Rotation calendar");
    if (page == hall_page)
        return tr("Hall plan");
    if (page == morning_page)
        return tr("Morning roll-call");
    if (page == duty_page)
        return tr("Week of duty");
    if (page == minimise_page)
        return tr("Clean-up after leaving");
    return tr(model::hall_catalog().get(page).plural);
}

} // namespace views
