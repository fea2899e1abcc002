#pragma once

#include "model/commands/editor.h"
#include "model/schema/actor.h"

#include <wx/string.h>

#include <string_view>
#include <vector>

namespace views {

/// The pages that are no register.
constexpr std::string_view board_page = "board";
constexpr std::string_view sync_page = "sync";
constexpr std::string_view conflicts_page = "conflicts";
constexpr std::string_view bin_page = "bin";
constexpr std::string_view audit_page = "audit";
constexpr std::string_view backup_page = "backup";
constexpr std::string_view morning_page = "morning";
constexpr std::string_view duty_page = "duty_roster";
constexpr std::string_view minimise_page = "minimise";
constexpr std::string_view devices_page = "devices";
constexpr std::string_view cross_page = "crosstab";
constexpr std::string_view dashboard_page = "dashboard";
constexpr std::string_view hall_page = "hall_plan";
constexpr std::string_view case_page = "case_report";
constexpr std::string_view coverage_page = "coverage";
constexpr std::string_view stationing_page = "stationing";
constexpr std::string_view scores_page = "scores";
constexpr std::string_view rotation_page = "rotation";

/// Pages that belong together under one head of the navigation.
struct PageGroup {
    const char* label; ///< msgid; none: its pages stand alone
    std::vector<std::string_view> pages;
    bool further = false; ///< nothing of every day: it stands under “More”
};

/// Who sits before the window: an organisation, and an account with its duties.
struct Viewer {
    // What a test or an office without duties asks for is the role alone.
    Viewer(model::Role of, model::Permission may = {}) : role(of), permission(std::move(may)) {}

    /// Whoever works with the editor, as its file says it now.
    explicit Viewer(model::Editor& editor)
        : Viewer(editor.store().self().org.role, editor.permission())
    {
    }

    model::Role role;
    model::Permission permission;
    bool sees_copy = false; ///< in which there are registers to look at and nothing else

    bool operator==(const Viewer&) const = default;
};

struct Desk;

/// Whoever works at the desk.
Viewer viewer_of(const Desk& desk);

/// What he works with: the hall office of a county with everything, a township and a sending unit
/// with what is theirs to keep or to read (model/commands/workplace.h), and of that what his duties
/// let him see. Navigation, menus, search, links and imports go by it. What is of every day there
/// comes first.
std::vector<PageGroup> page_groups(const Viewer& viewer);

/// The same pages one after the other.
std::vector<std::string_view> page_names(const Viewer& viewer);

/// All pages there are: what `--page` takes.
const std::vector<std::string_view>& page_names();

/// Whether a register or another page is among his.
bool sees(const Viewer& viewer, std::string_view page);

/// What the page is called by those of that role.
wxString page_label(std::string_view page, model::Role role);

} // namespace views
