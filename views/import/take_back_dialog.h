#pragma once

#include "model/rules/finding.h"

#include <wx/dialog.h>

#include <string_view>

class wxButton;

namespace views {

class CellTable;
class WrappedText;

/// A table of what was done, what is to be said of the chosen row, and the button that takes it
/// back: of the imports and of the steps.
class TakeBackDialog : public wxDialog {
public:
    /// Whether anything was taken back.
    bool has_written() const { return has_written_; }

protected:
    /// `table` is the name by which the table is found, its spoken name is the title.
    TakeBackDialog(wxWindow* parent, const char* name, const char* table, const wxString& title,
        const wxString& button);

    /// Once the table has its columns. `size` is in DIPs; F1 opens the manual at that page.
    void lay_out(const wxSize& size, std::string_view manual_page);

    /// Puts the question; false where the user keeps it.
    bool ask(const wxString& question, const wxString& consequence);

    void say(const wxString& text);

    /// The sentence and under it what there is to be said of it: what is said of many records once,
    /// and no more than the window has room for.
    void say(const wxString& text, const model::Findings& findings);

    CellTable* table_;
    WrappedText* said_;
    wxButton* back_;
    bool has_written_ = false;
};

} // namespace views
