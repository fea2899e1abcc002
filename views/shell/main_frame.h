#pragma once

#include "views/shell/desk.h"

#include <wx/frame.h>
#include <wx/timer.h>

#include <map>
#include <string>

class wxSimplebook;

namespace views {

class ConflictPage;
class Navigation;
class RecordPage;
class SearchBox;
class SyncPage;

/// The main window of one open data file: navigation at the left, the chosen page beside it, and a
/// status bar that tells the truth about what has been sent.
class MainFrame : public wxFrame {
public:
    /// The desk's services outlive the frame.
    explicit MainFrame(Desk desk);

    /// Shows a page by its name (see page_names()); false where there is none, or the user wants to
    /// go on with what he has not saved.
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

    /// Reads anew what the page and the status bar show.
    void refresh();

private:
    void make_menus();
    void make_tools();
    void make_body();
    wxWindow* make_page(const std::string& name);
    void take_keyboard();
    void on_command(int id, std::function<void()> work);
    void say(const wxString& text);
    void show_status();
    void update_menus();
    void told(const std::optional<model::Outcome>& outcome, const char* done, const char* nothing);
    void change_rows();
    void paste_rows();
    void told_of(int changed);
    void import_sheet(bool from_clipboard);
    void import_history();
    void settings();
    void about();
    void on_key(wxKeyEvent& event);
    void look_for_others();
    void prepare_search();
    void open_record(const model::EntityDef& def, const model::Uuid& id);
    void open_conflict(const model::Hash128& id);

    Desk desk_;
    Background background_;
    Background reader_; ///< for lists, which shall not wait for a sync
    Background searcher_;
    Navigation* navigation_ = nullptr;
    wxSimplebook* book_ = nullptr;
    std::map<std::string, wxWindow*> pages_;
    SyncPage* sync_ = nullptr;
    ConflictPage* conflicts_ = nullptr;
    SearchBox* search_ = nullptr;
    std::string page_;
    wxTimer ticks_;
    std::int64_t data_version_ = 0;
};

} // namespace views
