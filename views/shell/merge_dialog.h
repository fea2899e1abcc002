#pragma once

#include "model/commands/merging.h"
#include "views/form/field_editor.h"

#include <wx/dialog.h>

#include <memory>
#include <vector>

class wxButton;
class wxStaticText;

namespace views {

class CellTable;
class WrappedText;

/// Makes one record of two: asks for the other one, shows in which fields the two differ and which
/// value counts (Enter changes that), and what will refer to the kept one. Ends with wxID_OK once
/// it is done.
class MergeDialog : public wxDialog {
public:
    /// The editor outlives it. `kept` is live.
    MergeDialog(wxWindow* parent, model::Editor& editor, const model::Uuid& kept);
    ~MergeDialog() override;

    /// As if the user had named it.
    void name_other(const model::Uuid& other);

    /// The other's value of that row's field counts, or no longer.
    void turn(std::size_t row);

    /// Does it; says what hinders where something does.
    void merge();

private:
    void lay_out();
    void look();
    void propose();
    wxString text_of(std::size_t row, std::size_t column) const;
    wxString followers() const;
    void tell(const wxString& sentence);

    model::Editor& editor_;
    model::Uuid kept_;
    model::FieldDef asked_; ///< a reference to a record of the same register
    std::unique_ptr<FieldEditor> other_;
    std::optional<model::Uuid> named_;
    std::vector<model::Differing> differing_;
    wxStaticText* head_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* merge_;
};

} // namespace views
