#pragma once

#include "model/day/clock_differences.h"

#include <wx/dialog.h>

class wxButton;
class wxCheckBox;

namespace views {

class CellTable;
class WrappedText;

/// Where the clock says other than the roll-call, and which of the two counts: 1 the clock, 2 what
/// was entered, for all lines that are chosen.
class DifferenceDialog : public wxDialog {
public:
    DifferenceDialog(wxWindow* parent, model::Editor& editor);

    /// Decides the chosen lines.
    void decide(model::AttendanceDecision decision);

    /// Shows those that were decided as well.
    void show_all(bool all);

    bool has_written() const { return has_written_; }

private:
    void lay_out();
    void wire();
    void read();
    wxString text_of(const model::ClockDifference& line, std::size_t column) const;
    void say(const wxString& text);

    model::Editor& editor_;
    std::vector<model::ClockDifference> lines_;
    bool has_written_ = false;
    CellTable* table_;
    wxCheckBox* all_;
    WrappedText* said_;
    wxButton* clock_;
    wxButton* entry_;
};

} // namespace views
