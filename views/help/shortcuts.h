#pragma once

#include <wx/string.h>

#include <vector>

class wxMenuBar;

namespace views {

/// A command of the menus that has keys.
struct Shortcut {
    wxString menu;
    wxString command;
    wxString keys; ///< "Ctrl+Shift+F"
};

/// All of them in the order of the menus, submenus with the menu they are in.
std::vector<Shortcut> shortcuts_of(const wxMenuBar& bar);

/// As a table of HTML, each menu once.
wxString shortcut_table(const std::vector<Shortcut>& shortcuts);

} // namespace views
