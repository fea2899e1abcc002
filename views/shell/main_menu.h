#pragma once

#include "model/commands/editor.h"
#include "views/shell/page_table.h"

#include <cstddef>
#include <functional>

class wxFrame;

namespace views {

class OutputPage;
class RecordPage;

/// What the menus and tools of the main window ask of it.
struct MainCommands {
    std::function<RecordPage*()> page;                 ///< the register that is shown, or nullptr
    std::function<OutputPage*()> figures;              ///< tables or charts, or nullptr
    std::function<void(std::size_t number)> show_page; ///< of the pages of whoever sits there
    std::function<void()> newcomer;
    std::function<void()> import_sheet;
    std::function<void()> import_clipboard;
    std::function<void()> import_history;
    std::function<void()> import_divisions;
    std::function<void()> compare_catalog;
    std::function<void()> import_clock;
    std::function<void()> clock_differences;
    std::function<void()> reorganise;
    std::function<void()> change_places;
    std::function<void()> follow_up; ///< the record or the line of the board that is shown
    std::function<void()> undo;
    std::function<bool()> can_undo; ///< a step, or what was typed and not saved
    std::function<void()> redo;
    std::function<void()> step_history;
    std::function<void()> search;
    std::function<void()> refresh;
    std::function<void()> change_rows;
    std::function<void()> paste_rows;
    std::function<void()> sync;
    std::function<void()> open_other;  ///< another file; none: the item stays grey
    std::function<void()> switch_user; ///< the same file; none: the item stays grey
    std::function<void()> change_passphrase;
    std::function<void()> give_passphrase; ///< to the account that is shown
    std::function<void()> hand_over;       ///< an account, to somebody else
    std::function<void()> check_recovery_key;
    std::function<void()> lock;
    std::function<void()> settings;
    std::function<void()> about;
};

/// Gives the window its menu bar and its tool bar, and lets it do what they ask for.
void make_main_menu(wxFrame& window, const Viewer& viewer, const MainCommands& commands);

/// Leaves nothing that changes the file: it is a copy that is only looked at.
void forbid_changes(wxFrame& window);

/// His pages from now on.
void show_pages_of(wxFrame& window, const Viewer& viewer);

/// Writes the steps that undo and redo would take into their items, and leaves only what can be
/// done with the register that is shown, if one is, or else with cross-tables (`figures`), and by
/// the account. Tells whether a step can be taken back. Throws StoreError where the file fails.
bool update_main_menu(
    wxFrame& window, model::Editor& editor, const model::EntityDef* shown, bool figures);

} // namespace views
