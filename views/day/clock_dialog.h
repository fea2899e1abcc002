#pragma once

#include "views/day/clock_draft.h"
#include "views/import/work_bar.h"

#include <wx/dialog.h>

class wxSimplebook;

namespace views {

class ClockCheckPage;
class ClockSourcePage;

/// Takes in a clock file (考勤机文件), step by step: choose it, look at what becomes of it, take it
/// in as one import.
class ClockDialog : public wxDialog {
public:
    enum Step { source, check, done };

    /// The desk's services outlive the window.
    ClockDialog(wxWindow* parent, const Desk& desk);

    /// As if the user had chosen the file.
    void take_file(const std::string& path);

    void next();
    void back();
    Step step() const { return step_; }
    bool is_working() const { return work_.is_running(); }
    ClockSourcePage& source_page() { return *source_; }
    ClockCheckPage& check_page() { return *check_; }

    bool has_written() const { return has_written_; }

    /// Whether the user wants to decide the differences next.
    bool wants_differences() const { return wants_differences_; }

private:
    /// What reading a file gives.
    struct Found {
        model::ClockSheet sheet;
        std::vector<model::ClockColumn> unknown;
        std::optional<model::Message> problem;
    };

    void wire();
    void go_to(Step step);
    void update();
    void say(const wxString& text);
    void look();
    void plan();
    void take_in();
    void tell(const model::ClockOutcome& outcome);
    bool may_take() const;
    static Found read(model::RecordStore& store, const std::filesystem::path& path,
        const model::ClockOptions& options);

    const Desk& desk_;
    ClockDraft draft_;
    Step step_ = source;
    bool has_written_ = false;
    bool wants_differences_ = false;
    wxSimplebook* book_;
    ClockSourcePage* source_;
    ClockCheckPage* check_;
    WorkBar bar_;
    FileWork work_; ///< last, so that it ends first
};

} // namespace views
