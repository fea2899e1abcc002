#pragma once

#include "views/day/clock_draft.h"

#include <wx/panel.h>

#include <functional>
#include <optional>

class wxCheckBox;
class wxChoice;

namespace views {

class CellTable;
class WrappedText;

/// What becomes of a clock file before it is taken in: whom it means that is not clear, cells that
/// cannot be read, and each day that gets an entry or differs from one.
class ClockCheckPage : public wxPanel {
public:
    /// Which lines are shown.
    enum Shown { what_happens, differences, wrong, all };

    ClockCheckPage(wxWindow* parent, ClockDraft& draft, model::Editor& editor);

    void show();
    void focus();
    void show_only(Shown which);

    /// Says whom of the register the file means, as if the user had chosen him.
    void take_person(std::size_t who, const model::Uuid& person);

    std::function<void()> on_change; ///< the terms changed
    std::function<void()> on_people; ///< it is to be held against the registers anew

    /// Whom the file means; nothing where the user thinks better of it. A dialog asks him.
    std::function<std::optional<model::Uuid>(std::size_t who)> on_ask_person;

private:
    /// A line of the table: a person who is not known, a cell that cannot be read, or a day.
    struct Line {
        enum Kind { person, trouble, day } kind;
        std::size_t place;
    };

    std::optional<model::Uuid> ask_person(std::size_t who);
    void find_lines();
    void show_lines();
    void show_detail(std::size_t at);
    bool is_shown(const model::ClockDay& day) const;
    wxString text_of(const Line& line, std::size_t column) const;
    wxString day_text(const model::ClockDay& day, std::size_t column) const;
    wxString summary() const;

    ClockDraft& draft_;
    model::Editor& editor_;
    std::vector<Line> lines_;
    wxChoice* which_;
    wxCheckBox* good_;
    WrappedText* summary_;
    CellTable* table_;
    WrappedText* detail_; ///< why the chosen line cannot be taken, whole
};

} // namespace views
