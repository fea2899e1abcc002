#pragma once

#include "model/exchange/import_runs.h"
#include "views/import/file_work.h"

#include <wx/dialog.h>

class wxButton;

namespace views {

class CellTable;
class WrappedText;

/// Every import that wrote something, newest first: when, who, which file, how many records. Each
/// can be taken back.
class ImportHistory : public wxDialog {
public:
    ImportHistory(wxWindow* parent, const Desk& desk);

    void take_back();
    bool has_written() const { return has_written_; }
    bool is_working() const { return work_.is_running(); }

private:
    void read();
    void update();
    wxString text_of(const model::ImportRun& run, std::size_t column) const;
    const model::ImportRun* chosen() const;
    void say(const wxString& text);

    const Desk& desk_;
    std::vector<model::ImportRun> runs_;
    CellTable* table_;
    WrappedText* said_;
    wxButton* take_back_;
    bool has_written_ = false;
    FileWork work_; ///< last, so that it ends first
};

} // namespace views
