#pragma once

#include "model/day/duty_week.h"
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

class DutyGrid;
class WrappedText;

/// The duty roster as a week (值班周表), filled in by keyboard alone: a letter or Enter chooses
/// somebody for the cell, Insert puts another beside him, Delete clears it, PageUp and PageDown
/// turn to other weeks. Each is a step that Undo takes back.
class DutyPage : public wxPanel, public OutputPage {
public:
    DutyPage(wxWindow* parent, const Desk& desk);

    /// Reads anew what other pages or programs wrote.
    void refresh();
    void focus();

    void turn(int weeks);
    void go_to(model::Date day);

    /// Asks who is on duty in the cell with the keyboard, beginning with that letter.
    void choose(const wxString& typed, model::PutDuty how);
    void clear();
    void fill();

    void copy() override;
    void export_shown() override;
    void print() override;

    const model::DutyWeek& week() const { return week_; }

    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;

    /// Who is on duty; a dialog asks the user.
    std::function<std::optional<model::Uuid>(const wxString& question, const wxString& typed)>
        on_ask_person;

private:
    void lay_out();
    void wire();
    void read();
    void read_places();
    void show();
    bool may_enter() const;
    void update();
    std::optional<model::Uuid> place() const;
    std::optional<model::DutyCell> cell() const;
    const model::DutyLine* line() const;
    void tell(const model::Outcome& outcome, const wxString& done);
    wxString told_of_cell() const;
    std::shared_ptr<PrintedList> printed() const;
    void require(model::Action action) const;
    void note_given(const char* what, const model::Message& detail) const;
    void say(const wxString& text) const;

    const Desk& desk_;
    model::DutyWeek week_;
    model::Date day_; ///< of the week that is shown
    std::vector<model::Place> places_;
    model::RecordStore::State state_{-1, -1}; ///< of the file when it was read
    wxChoice* place_;
    wxStaticText* title_;
    wxButton* before_;
    wxButton* this_week_;
    wxButton* after_;
    DutyGrid* grid_;
    WrappedText* current_;
    WrappedText* legend_;
    WrappedText* told_;
    wxButton* choose_;
    wxButton* add_;
    wxButton* clear_;
    wxButton* fill_;
    wxButton* copy_;
    wxButton* export_;
    wxButton* print_;
};

} // namespace views
