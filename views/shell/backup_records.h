#pragma once

#include "views/shell/backup_link.h"
#include "views/widgets/background.h"

#include <wx/dialog.h>

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace views {

class CellTable;
class WrappedText;

/// The records of a copy that are other than now, found by words; the chosen ones are made again
/// what the copy has, as one step that undo takes back.
class BackupRecords : public wxDialog {
public:
    BackupRecords(
        wxWindow* parent, model::Editor& editor, const BackupLink& link, const model::Backup& copy);

    /// Takes the chosen ones.
    void take();

    /// Leaves the records in which all the words occur.
    void filter(const wxString& typed);

    std::size_t count() const { return shown_.size(); }
    bool has_written() const { return has_written_; }

private:
    void lay_out();
    void read();
    void show();
    wxString text_of(const model::OtherNow& other, std::size_t column) const;

    model::Editor& editor_;
    const BackupLink& link_;
    model::Backup copy_;
    std::vector<model::OtherNow> all_;
    std::vector<std::size_t> shown_; ///< places in all_
    bool has_written_ = false;
    wxStaticText* count_;
    wxTextCtrl* filter_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* take_;
    Background thread_; ///< last, so that it ends first
};

} // namespace views
