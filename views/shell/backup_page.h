#pragma once

#include "views/shell/backup_link.h"
#include "views/widgets/background.h"

#include <wx/panel.h>

#include <functional>
#include <map>
#include <optional>

class wxButton;
class wxStaticText;

namespace views {

class CellTable;
class WrappedText;

/// Backups and restoring: how old the last copies are, the copies there are, and what can be done
/// with one: look at it, take records from it, put it in the place of the file.
class BackupPage : public wxPanel {
public:
    /// `editor` takes the records; `link` and `thread` outlive the page.
    BackupPage(wxWindow* parent, model::Editor& editor, const BackupLink& link, Background& thread);

    /// Reads the folders anew, on the thread.
    void refresh();

    void focus();

    /// Opens the chosen copy and looks at all of it.
    void check();

    /// Looks at every page of the data file itself, and leads on where it is damaged.
    void check_file();

    /// Shows the records of the chosen copy that are other than now.
    void take_records();

    /// Asks, and puts the chosen copy in the place of the file.
    void restore();

    /// Opens a window on the chosen copy.
    void look();

    void settings();

    std::size_t count() const { return copies_.size(); }

    std::function<void()> on_make;     ///< a copy is asked for
    std::function<void()> on_written;  ///< records were taken
    std::function<void()> on_settings; ///< they were changed
    std::function<void(const wxString&)> on_say;

private:
    void lay_out();
    void add_button(
        wxButton*& button, const char* label, const char* name, const std::function<void()>& work);
    void show(const model::BackupState& state, std::vector<model::Backup> copies);
    const model::Backup* chosen() const;
    void update();
    wxString text_of(const model::Backup& copy, std::size_t column) const;
    wxString state_of(const model::Backup& copy) const;

    model::Editor& editor_;
    const BackupLink& link_;
    Background& thread_;
    std::vector<model::Backup> copies_;
    /// What became of those that were looked at: a sentence for a bad one.
    std::map<std::string, std::optional<model::Message>> looked_at_;
    wxStaticText* count_;
    WrappedText* first_;
    WrappedText* second_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* make_ = nullptr;
    wxButton* check_file_ = nullptr;
    wxButton* check_ = nullptr;
    wxButton* look_ = nullptr;
    wxButton* take_ = nullptr;
    wxButton* restore_ = nullptr;
    wxButton* settings_ = nullptr;
};

} // namespace views
