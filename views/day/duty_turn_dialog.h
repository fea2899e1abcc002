#pragma once

#include "model/day/duty_turn.h"
#include "model/entities/place.h"
#include "views/form/field_editor.h"

#include <wx/dialog.h>

#include <memory>
#include <vector>

class wxButton;
class wxChoice;
class wxListBox;

namespace views {

class CellTable;
class WrappedText;

/// Fills a duty roster by turn (按轮次排班): who takes turns in which order, from when to when, on
/// which days; what would come of it is shown while one chooses.
class DutyTurnDialog : public wxDialog {
public:
    /// Begins at that place and kind (a code; empty: the first), two weeks from the first day on
    /// that is not past, with those who had this duty lately.
    DutyTurnDialog(wxWindow* parent, model::Editor& editor, std::vector<model::Place> places,
        const std::optional<model::Uuid>& place, const std::string& kind, model::Date first);

    /// What is chosen now; dates that cannot be read leave it as it was before.
    const model::DutyTurn& turn() const { return turn_; }
    const model::TurnPlan& plan() const { return plan_; }

    void add(const model::Uuid& person);
    void remove();
    void move(int places);
    void set_span(model::Date from, model::Date to);
    void set_days(model::TurnDays days);
    void fill();

    const model::Outcome& outcome() const { return outcome_; }
    std::int64_t made() const { return made_; }

private:
    void name_controls();
    wxSizer* choices();
    wxSizer* people();
    void wire();
    void take_kind();
    void show_people(std::size_t chosen);
    bool take_span();
    void look();
    wxString text_of(std::size_t row, std::size_t column) const;
    void tell(const wxString& text);

    model::Editor& editor_;
    std::vector<model::Place> places_;
    model::DutyTurn turn_;
    model::TurnPlan plan_;
    model::Outcome outcome_;
    std::int64_t made_ = 0;
    wxChoice* place_;
    wxChoice* kind_;
    std::unique_ptr<FieldEditor> from_;
    std::unique_ptr<FieldEditor> to_;
    wxChoice* days_;
    wxListBox* people_;
    std::unique_ptr<FieldEditor> person_;
    wxButton* add_;
    wxButton* up_;
    wxButton* down_;
    wxButton* remove_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* fill_;
};

} // namespace views
