#pragma once

#include "views/board/board_watch.h"
#include "views/list/printed_list.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

class wxButton;
class wxChoice;
class wxStaticText;

namespace views {

struct Desk;
class CellTable;
class WrappedText;

/// What is to be done today (待办): a line for each finding, grouped by when or by area. Each opens
/// its record at the field; it can be put off, and all of it printed.
class BoardPage : public wxPanel {
public:
    /// Both outlive the page.
    BoardPage(wxWindow* parent, const Desk& desk, BoardWatch& watch);

    /// Brings the board up to date.
    void refresh();
    void focus();

    /// Shows what the watch has.
    void show_board();

    /// Opens the record of the chosen line at its field, or the page where it is done; a row for
    /// many lines is opened or closed.
    void open_chosen();

    /// Asks until when the chosen line is put off, or brings it back.
    void snooze_chosen();
    void wake_chosen();

    /// Makes a task of the chosen line.
    void follow_up_chosen();
    const model::BoardLine* chosen_line() const;

    /// What is shown, as it goes to paper.
    std::shared_ptr<PrintedList> printed();
    void print();

    std::function<void(const model::EntityDef&, const model::Uuid&, const model::FieldDef* field)>
        on_open_record;
    std::function<void(const std::string& page)> on_open_page;
    std::function<void()> on_follow_up; ///< of the chosen line
    std::function<void(const wxString&)> on_say;

private:
    enum Column : std::size_t { what, record, entity, field, due, level };

    void lay_out();
    void wire();
    void on_key(wxKeyEvent& event);
    void tell_count();
    void update();
    void choose(std::size_t row);
    void open_kind(bool open);
    void wrap();
    const model::Board::Row* chosen() const;
    wxString head_of(const model::Board::Row& row) const;
    wxString text_of(const model::Board::Row& row, std::size_t column);
    wxString text_of(const model::BoardLine& line, std::size_t column);
    wxString whole_text(const model::BoardLine& line) const;
    wxString title_of_record(const model::Uuid& id);

    const Desk& desk_;
    BoardWatch& watch_;
    wxTimer ticks_; ///< while it judges
    std::optional<model::LineName> chosen_;
    std::map<model::Uuid, wxString> titles_; ///< of the rows seen
    wxStaticText* count_;
    wxChoice* grouping_;
    CellTable* table_;
    WrappedText* whole_;
    WrappedText* state_;
    wxButton* open_;
    wxButton* snooze_;
    wxButton* wake_;
    wxButton* follow_up_;
    wxButton* again_;
    wxButton* print_;
};

} // namespace views
