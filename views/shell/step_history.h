#pragma once

#include "model/commands/editor.h"
#include "views/import/take_back_dialog.h"

namespace views {

/// The last steps taken in this file: what, who, when. One goes back to before one of them, over
/// all that this account did since.
class StepHistory : public TakeBackDialog {
public:
    StepHistory(wxWindow* parent, model::Editor& editor);

    /// Takes back the chosen step and all newer ones of this account, without asking.
    void take_back();

private:
    void read();
    void update();
    const model::PastStep* chosen() const;
    std::size_t steps_to_take_back() const;
    wxString text_of(const model::PastStep& step, std::size_t column) const;
    void ask_and_take_back();

    model::Editor& editor_;
    std::vector<model::PastStep> steps_;
};

} // namespace views
