#pragma once

#include "model/commands/make_lines.h"

#include <wx/dialog.h>

#include <cstddef>
#include <vector>

class wxButton;
class wxChoice;

namespace views {

class CellTable;
class WrappedText;

/// Makes the lines of a record from a check-list as one step: which list, what it rests on, and
/// which lines it will be. Ends with wxID_OK once it is done.
class MakeLinesDialog : public wxDialog {
public:
    /// The editor outlives it. The record is live and gets lines; `offered` is what it can get,
    /// which is not empty.
    MakeLinesDialog(wxWindow* parent, model::Editor& editor, const model::Uuid& record,
        std::vector<model::LinesOffered> offered);

    /// As if the user had chosen that list.
    void choose(std::size_t list);

    /// Does it; says what hinders where something does.
    void make();

    /// So many lines were made.
    std::size_t made() const { return made_; }

private:
    void lay_out();
    void look();
    wxString text_of(std::size_t row, std::size_t column) const;
    const model::LinesOffered& chosen() const;
    void tell(const wxString& sentence);

    model::Editor& editor_;
    model::Uuid record_;
    std::vector<model::LinesOffered> offered_;
    wxChoice* list_;
    WrappedText* source_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* make_;
    std::size_t made_ = 0;
};

} // namespace views
