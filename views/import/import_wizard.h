#pragma once

#include "views/import/import_draft.h"
#include "views/import/work_bar.h"

#include <wx/dialog.h>

#include <array>

class wxSimplebook;
class wxStaticText;

namespace views {

class CheckPage;
class ColumnsPage;
class ResultPage;
class SourcePage;

/// Takes a sheet into a register, step by step: choose it, match its columns, see what would become
/// of each row and mend what is wrong, import, and take it back if it was a mistake.
class ImportWizard : public wxDialog {
public:
    enum Step { source, columns, check, result, steps };

    /// The desk's services outlive the window.
    ImportWizard(wxWindow* parent, const Desk& desk, const model::EntityDef& def);

    /// As if the user had chosen the file, or pasted the table.
    void take_file(const std::string& path);
    void take_pasted(const std::string& text);
    void paste();

    void next();
    void back();
    Step step() const { return step_; }
    bool is_working() const { return work_.is_running(); }

    /// Whether anything was written.
    bool has_written() const { return has_written_; }

    /// The register that was imported into last; of a roster that of the people.
    const model::EntityDef& register_shown() const;

private:
    wxSizer* make_steps();
    void wire();
    void go_to(Step step);
    void focus();
    void update();
    void say(const wxString& text);
    bool may_go_on() const;
    bool may_close();
    void on_key(wxKeyEvent& event);

    void forget_sheet();
    void look();
    void start_check(bool is_mended);
    void take_in();
    void take_back();
    void save_errors(const model::ImportResult& of);
    template <class Work, class Done>
    void run(const char* step, Work work, Done done);

    const Desk& desk_;
    ImportDraft draft_;
    Step step_ = source;
    bool is_mending_ = false; ///< the check that runs is of a cell that was just mended
    bool has_written_ = false;
    std::array<wxStaticText*, steps> names_{};
    wxSimplebook* book_;
    SourcePage* source_;
    ColumnsPage* columns_;
    CheckPage* check_;
    ResultPage* result_;
    WorkBar bar_;
    FileWork work_; ///< last, so that it ends first
};

} // namespace views
