#pragma once

#include "model/schema/entity.h"

#include <wx/string.h>

#include <functional>

class wxEvtHandler;
class wxMenu;
class wxMenuBar;

namespace views {

class OutputPage;
class RecordPage;

/// What the menu of lists asks of the window besides its lists.
struct ListCommands {
    std::function<RecordPage*()> page;    ///< the register that is shown, or nullptr
    std::function<OutputPage*()> figures; ///< the tables or charts that are shown, or nullptr
    std::function<void()> change_rows;
    std::function<void()> paste_rows;
};

/// A new menu of lists: of the menu bar, or of the rows.
wxMenu* make_list_menu();

/// Lets the window do what such menus ask for.
void bind_list_menu(wxEvtHandler& window, const ListCommands& commands);

/// Leaves looking, copying and printing.
void forbid_list_changes(wxMenuBar& bar, const wxString& why);

/// What can be done with the list that is shown, by its register; nullptr where no list is.
void enable_list_menu(wxMenuBar& bar, const model::EntityDef* shown);

/// Without a list, but with a table that is copied, exported and printed by the same commands.
void enable_output(wxMenuBar& bar);

} // namespace views
