#pragma once

#include "views/import/edition_draft.h"
#include "views/import/work_bar.h"

#include <wx/dialog.h>

class wxPanel;
class wxSimplebook;

namespace views {

class ColumnsPage;
class ComparePage;
class KeptComparisons;
class SourcePage;

/// Compares a new edition of the item catalog with the register, step by step: choose the sheet or
/// a comparison that was left open, match its columns, and see and take what differs. Each taking
/// is one step; what is not taken is kept for another day.
class CompareDialog : public wxDialog {
public:
    enum Step { source, columns, compare };

    /// The desk's services outlive the window.
    CompareDialog(wxWindow* parent, const Desk& desk);

    /// As if the user had chosen the file, or pasted the table.
    void take_file(const std::string& path);
    void take_pasted(const std::string& text);

    void next();
    void back();
    Step step() const { return step_; }
    bool is_working() const { return work_.is_running(); }

    /// Takes back what was taken in last in this window (Ctrl+Z), and compares anew.
    void undo();

    /// Whether anything was written into the register.
    bool has_written() const { return has_written_; }

private:
    /// What a work on the file gives: the edition and what it differs in.
    struct Found {
        model::Edition edition;
        model::Comparison comparison;
        std::optional<model::EditionOutcome> outcome = {};
        std::optional<model::Outcome> taken_back = {};
    };

    wxPanel* make_source();
    void wire();
    void go_to(Step step);
    void focus();
    void update();
    void say(const wxString& text);

    void forget_sheet();
    void look();
    void show_kept();
    void compare_sheet();
    void compare_again();
    void resume(std::int64_t no);
    void drop(std::int64_t no);
    void ask_types();
    void take_in();
    void tell(const model::EditionOutcome& outcome);
    void tell_taken_back(const model::Outcome& outcome);
    void save_sheet();
    void show_found(Found& found);
    model::EditionOptions options() const;
    template <class Work>
    void run(const char* what, Work work);

    const Desk& desk_;
    EditionDraft draft_;
    Step step_ = source;
    bool has_written_ = false;
    std::vector<std::int64_t> taken_; ///< steps of this window that stand, the newest last
    wxSimplebook* book_;
    KeptComparisons* kept_ = nullptr;
    SourcePage* source_ = nullptr;
    ColumnsPage* columns_ = nullptr;
    ComparePage* compare_ = nullptr;
    WorkBar bar_;
    FileWork work_; ///< last, so that it ends first
};

} // namespace views
