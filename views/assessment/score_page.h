#pragma once

#include "model/assessing/period_result.h"
#include "model/commands/period_steps.h"
#include "views/list/printed_list.h"
#include "views/shell/desk.h"
#include "views/shell/output_page.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class wxButton;
class wxChoice;
class wxStaticText;

namespace views {

class CellTable;
class WrappedText;

/// The scores of an assessment period (考核期), ranked, and how far the period is: its next step,
/// what the registers tell for the ledger, an event to enter. Below stands where the score of the
/// chosen line comes from, down to the entries, which open from there.
class ScorePage : public wxPanel, public OutputPage {
public:
    ScorePage(wxWindow* parent, const Desk& desk);

    /// Computes anew, unless nothing was written since.
    void refresh();
    void focus();

    void show_period(const model::Uuid& id);
    void show_kind(model::AssessedKind kind);

    /// As the buttons do. A dialog asks what the step needs.
    void next_step();
    void reopen();
    void collect();
    void enter_event();
    void open_period();

    void copy() override;
    void export_shown() override;
    void print() override;

    const std::optional<model::PeriodResult>& result() const { return result_; }

    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;
    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;

private:
    /// A line of where a score comes from.
    struct Told {
        wxString points;
        wxString text;
        model::Uuid entry; ///< nil: a step, and no event
    };

    void lay_out();
    void wire();
    void read_periods();
    void compute();
    void show();
    void show_explanation();
    void update();
    void take(model::PeriodMove move);
    bool may_take(model::PeriodMove move) const;
    void tell(const model::Outcome& outcome, const wxString& done);
    const model::KindResult* kind() const;
    const model::PeriodStanding* chosen() const;
    const model::Period* period() const;
    wxString state_words() const;
    wxString text_of(std::size_t row, std::size_t column) const;
    std::vector<std::vector<wxString>> lines() const;
    std::shared_ptr<PrintedList> printed() const;
    void require(model::Action action) const;
    void note_given(const char* what, const model::Message& detail) const;
    void say(const wxString& text) const;

    const Desk& desk_;
    std::vector<model::Period> periods_; ///< from the newest
    std::optional<model::PeriodResult> result_;
    std::vector<Told> told_;
    model::RecordStore::State state_{-1, -1}; ///< of the file before it was computed
    wxChoice* period_;
    wxChoice* kind_;
    WrappedText* words_;
    CellTable* ranking_;
    wxStaticText* whose_;
    CellTable* explanation_;
    wxButton* open_;
    wxButton* enter_;
    wxButton* collect_;
    wxButton* next_;
    wxButton* reopen_;
    wxButton* export_;
    wxButton* print_;
};

} // namespace views
