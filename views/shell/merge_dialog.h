#pragma once

#include "model/commands/merging.h"
#include "views/form/field_editor.h"
#include "views/import/work_bar.h"

#include <wx/dialog.h>

#include <memory>
#include <vector>

class wxStaticText;

namespace views {

class CellTable;
class WrappedText;

/// Makes one record of two: asks for the other one, shows in which fields the two differ and which
/// value counts (Enter changes that), and what will refer to the kept one. Ends with wxID_OK once
/// it is done. Thousands of records may follow, so that the work is done on a thread where the desk
/// offers one.
class MergeDialog : public wxDialog {
public:
    /// The desk outlives it. `kept` is live.
    MergeDialog(wxWindow* parent, const Desk& desk, const model::Uuid& kept);
    ~MergeDialog() override;

    /// As if the user had named it.
    void name_other(const model::Uuid& other);

    /// The other's value of that row's field counts, or no longer.
    void turn(std::size_t row);

    /// Does it; says what hinders where something does.
    void merge();
    bool is_working() const { return work_.is_running(); }

private:
    void lay_out();
    void wire();
    void update();
    void tell_refusal(const wxString& sentence);
    void tell_outcome(const model::Outcome& outcome);
    void look();
    void offer_the_others();
    void propose();
    wxString text_of(std::size_t row, std::size_t column) const;
    wxString followers() const;
    void tell(const wxString& sentence);

    model::Editor& editor_;
    model::Uuid kept_;
    std::unique_ptr<FieldEditor> other_;
    std::optional<model::Uuid> named_;
    std::vector<model::Differing> differing_;
    wxStaticText* head_;
    CellTable* table_;
    WrappedText* told_;
    WorkBar bar_;
    FileWork work_; ///< last, so that it ends first
};

} // namespace views
