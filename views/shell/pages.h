#pragma once

#include "views/shell/desk.h"
#include "views/shell/log_check.h"

#include <wx/simplebook.h>

#include <map>
#include <string>

namespace views {

class BackupPage;
class BoardPage;
class BoardWatch;
class BinPage;
class ConflictPage;
class CasePage;
class CrossPage;
class DashboardPage;
class DutyPage;
class FigurePage;
class HallPage;
class MinimisePage;
class MorningPage;
class OutputPage;
class RecordPage;
class ScorePage;
class SyncPage;

/// The pages of the main window, one of them shown. Each is made when it is first wanted.
class Pages : public wxSimplebook {
public:
    /// The desk and the threads outlive the pages: one for syncs, one for lists, which shall not
    /// wait for a sync, one for backups; and so does the board.
    Pages(wxWindow* parent, const Desk& desk, Background& background, Background& reader,
        Background& copier, BoardWatch& board);

    /// Shows a page by its name (see page_table.h); false where this office has no such page, or
    /// the user wants to go on with what he has not saved.
    bool show(const std::string& name);

    /// The name of the page shown; empty before the first.
    const std::string& shown() const { return shown_; }

    /// The page shown, if it is a register.
    RecordPage* record_page() const;

    /// The page shown, if it is no list and has something to copy, export and print.
    OutputPage* output_page() const;

    /// False where the user wants to go on with what he has not saved on the page.
    bool may_leave() const;

    /// The same before the file is let go of: pages that keep what is typed while others are shown
    /// ask too.
    bool may_close() const;

    /// Puts the personal values that the page shows whole behind their masks again.
    void hide_revealed();

    /// Makes a task (督办) of the record that is shown, or of the chosen line of the board, and
    /// shows it. Throws UsageError where there is none, or none can come of it.
    void follow_up();

    /// Reads anew what the page shows. Throws StoreError where the file fails.
    void refresh();

    /// The board is another one.
    void show_board();

    /// Gives the keyboard to the words by which the page is filtered; false where it is not.
    bool focus_filter();

    /// Gives the keyboard to where one works on the page: its list, or its button.
    void take_keyboard();

    /// Shows the register with that record; a nil id is for the register itself.
    /// With a field, the keyboard goes there. Whatever cannot be shown is told by on_say.
    void open_record(
        const model::EntityDef& def, const model::Uuid& id, const model::FieldDef* field = nullptr);

    /// Shows the register with the records that the filter finds, in the language of filter.h.
    void open_asked(const model::EntityDef& def, const std::string& where);

    /// Shows the register with these records; `words` say what they are.
    void open_records(const model::EntityDef& def, const std::vector<model::Uuid>& records,
        const std::string& words);

    /// Shows that entry of the conflicts.
    void open_conflict(const model::Hash128& id);

    /// Looks aside whether the audit log is as it was written, and warns where it is not.
    void look_at_log();

    /// Shows the sync page and starts a sync.
    void sync();

    /// Starts one beside what is shown.
    void sync_beside();

    /// The running one, if any, ends at its next step.
    void stop_sync();

    std::function<void(const std::string& page, bool is_new)> on_show;
    std::function<void()> on_written; ///< a page took a step
    std::function<void()> on_settled; ///< a conflict was decided
    std::function<void()> on_syncing; ///< a sync began
    std::function<void(bool well)> on_synced;
    std::function<void()> on_schedule; ///< when to sync by itself was changed
    std::function<void(const wxString&)> on_say;
    std::function<void()> on_back_up;         ///< a copy is asked for
    std::function<void()> on_backup_settings; ///< where and when to back up was changed
    std::function<void()> on_change_places;   ///< the one that is shown
    std::function<void()> on_hand_over;       ///< of the account that is shown
    std::function<void()> on_paste;
    /// A copy of an attachment is to be shown by the program the system has for it.
    std::function<void(const std::string& name, const std::string& bytes)> on_open_copy;
    std::function<void()> on_list_menu;

private:
    wxWindow* page_of(const std::string& name);
    bool is_outdated(const std::string& name) const;
    void drop(const std::string& name);
    void renew_shown();
    /// A page that was made, and what each can do, whatever it is.
    struct Made {
        wxWindow* window = nullptr;
        std::function<void()> refresh;
        std::function<void()> focus;
        std::function<void()> focus_filter; ///< none: it has no words to filter by
        const void* fields = nullptr;       ///< what the registers had for fields then
    };
    template <class Page>
    static Made made(Page* page);
    Made make(const std::string& name);
    ConflictPage* make_conflict_page();
    BinPage* make_bin_page();
    SyncPage* make_sync_page();
    BackupPage* make_backup_page();
    MinimisePage* make_minimise_page();
    BoardPage* make_board_page();
    CasePage* make_case_page();
    CrossPage* make_cross_page();
    DashboardPage* make_dashboard_page();
    FigurePage* make_figure_page(std::string_view name);
    HallPage* make_hall_page();
    MorningPage* make_morning_page();
    ScorePage* make_score_page();
    DutyPage* make_duty_page();
    RecordPage* make_register(const model::EntityDef& def);
    void show_own(RecordPage& page) const;
    void open_attachment(const model::Uuid& id);

    const Desk& desk_;
    Background& background_;
    Background& reader_;
    Background& copier_;
    BoardWatch& board_watch_;
    LogCheck log_check_;
    std::map<std::string, Made> made_;
    SyncPage* sync_ = nullptr;
    ConflictPage* conflicts_ = nullptr;
    BoardPage* board_ = nullptr;
    MorningPage* morning_ = nullptr;
    std::string shown_;
};

} // namespace views
