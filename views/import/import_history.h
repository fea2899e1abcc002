#pragma once

#include "model/exchange/import_runs.h"
#include "views/import/file_work.h"
#include "views/import/take_back_dialog.h"

namespace views {

/// Every import that wrote something, newest first: when, who, which file, how many records. Each
/// can be taken back.
class ImportHistory : public TakeBackDialog {
public:
    ImportHistory(wxWindow* parent, const Desk& desk);

    void take_back();
    bool is_working() const { return work_.is_running(); }

private:
    void read();
    void update();
    wxString text_of(const model::ImportRun& run, std::size_t column) const;
    const model::ImportRun* chosen() const;
    std::optional<model::Message> why_not(const model::ImportRun& run) const;

    const Desk& desk_;
    std::vector<model::ImportRun> runs_;
    bool is_denied_ = false; ///< what is said is why it cannot be
    FileWork work_; ///< last, so that it ends first
};

} // namespace views
