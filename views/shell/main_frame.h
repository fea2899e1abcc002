#pragma once

#include "views/shell/desk.h"
#include "views/shell/opened_copies.h"
#include "views/shell/page_table.h"
#include "views/widgets/open_dialogs.h"

#include <wx/frame.h>
#include <wx/timer.h>

#include <memory>
#include <string>

namespace views {

class BackupBar;
class BoardWatch;
class Navigation;
class Pages;
class RecordPage;
class ScreenLock;
class SearchBox;
class SelfSyncing;

/// The main window of one open data file: navigation at the left, the chosen page beside it, and a
/// status bar that tells the truth about what has been sent.
class MainFrame : public wxFrame {
public:
    /// The desk's services outlive the frame.
    explicit MainFrame(Desk desk);
    ~MainFrame() override;

    /// Shows a page by its name (see page_table.h); false where this office has no such page, or
    /// the user wants to go on with what he has not saved.
    bool show_page(const std::string& name);

    /// The page shown, if it is a register.
    RecordPage* record_page();

    /// Shows again what was typed when the program last ended without saving, if anything was.
    void resume_draft();

    void undo();
    void redo();

    /// Brings up the search over everything.
    void search();

    /// Shows the sync page and starts a sync.
    void sync();

    /// Takes everything off the screen until the passphrase is typed, if the file can be locked.
    void lock();

    /// Before the file is let go of: what is half typed is asked about, what is not sent goes out
    /// and a copy is made first, if the settings say so. False where the user stays with it.
    bool may_close_file();

    /// Reads anew what the page and the status bar show.
    void refresh();

private:
    void make_menus();
    void make_watches();
    void make_body();
    void wire_pages();
    void follow_role();
    void page_shown(const std::string& name, bool is_new);
    void say(const wxString& text);
    void show_status();
    void told(
        const std::optional<model::Outcome>& outcome, const wxString& done, const char* nothing);
    void step_history();
    void change_rows();
    void paste_rows();
    void told_of(int changed);
    void import_sheet(bool from_clipboard);
    void import_history();
    void import_divisions();
    void compare_catalog();
    void newcomer();
    void import_clock();
    void clock_differences();
    void reorganise(const model::EntityDef& of);
    void open_other();
    void switch_user();
    void change_passphrase();
    void give_passphrase();
    void hand_over();
    void tell_of_missing_passphrase();
    void check_recovery_key();
    void settings();
    void about();
    void on_close(wxCloseEvent& event);
    void on_tick();
    bool is_sent();
    bool is_backed_up();
    void wire_backups();
    void wire_board();
    void show_counts();
    void take_notices();
    void look_at_board();
    void put_board_off();
    bool is_copy() const { return !desk_.copy_of.empty(); }
    void on_key(wxKeyEvent& event);
    void look_for_others();
    void prepare_search();

    Desk desk_;
    Viewer viewer_;
    OpenedCopies copies_;
    Background background_;
    Background reader_; ///< for lists, which shall not wait for a sync
    Background searcher_;
    Background copier_;
    Background judge_;                  ///< for the board
    std::unique_ptr<BoardWatch> board_; ///< before its thread ends, what it does is given up
    BackupBar* backup_bar_ = nullptr;
    Navigation* navigation_ = nullptr;
    Pages* pages_ = nullptr;
    SearchBox* search_ = nullptr;
    std::unique_ptr<SelfSyncing> self_syncing_; ///< none: the file has no schedule
    std::unique_ptr<ScreenLock> lock_;          ///< none: a copy that is looked at
    wxTimer ticks_;
    wxTimer board_waits_; ///< until what was asked for first is there
    OpenDialogs dialogs_;
    bool owes_refresh_ = false; ///< what changed under a dialog is not shown yet
    bool has_undo_ = false;     ///< a step can be taken back
    std::int64_t data_version_ = 0;
};

} // namespace views
