#pragma once

#include "model/schema/actor.h"

#include <wx/string.h>

#include <string_view>
#include <vector>

namespace views {

/// The pages that are no register.
constexpr std::string_view sync_page = "sync";
constexpr std::string_view conflicts_page = "conflicts";
constexpr std::string_view bin_page = "bin";
constexpr std::string_view backup_page = "backup";

/// Pages that belong together under one head of the navigation.
struct PageGroup {
    const char* label; ///< msgid
    std::vector<std::string_view> pages;
};

/// What an organisation of that role works with: the hall office of a county with everything, a
/// township and a sending unit with what is theirs to keep. Navigation, menus, search, links and
/// imports go by it.
std::vector<PageGroup> page_groups(model::Role role);

/// The same pages one after the other: Alt+1 shows the first.
std::vector<std::string_view> page_names(model::Role role);

/// All pages there are: what `--page` takes.
const std::vector<std::string_view>& page_names();

/// Whether a register or another page is among those of the role.
bool sees(model::Role role, std::string_view page);

/// What the page is called by those of that role.
wxString page_label(std::string_view page, model::Role role);

} // namespace views
