#pragma once

#include "model/commands/editor.h"

#include <wx/dialog.h>

class wxButton;

namespace views {

class CellTable;
class WrappedText;

/// The last steps taken in this file: what, who, when. One goes back to before one of them, over
/// all that this account did since.
class StepHistory : public wxDialog {
public:
    StepHistory(wxWindow* parent, model::Editor& editor);

    /// Takes back the chosen step and all newer ones of this account, without asking.
    void take_back();

    bool has_written() const { return has_written_; }

private:
    void read();
    void update();
    const model::PastStep* chosen() const;
    std::size_t steps_to_take_back() const;
    wxString text_of(const model::PastStep& step, std::size_t column) const;
    void say(const wxString& text);
    void ask();

    model::Editor& editor_;
    std::vector<model::PastStep> steps_;
    CellTable* table_;
    WrappedText* said_;
    wxButton* back_;
    bool has_written_ = false;
};

} // namespace views
