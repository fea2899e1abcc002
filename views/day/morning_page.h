#pragma once

#include "model/day/morning.h"

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

/// Who covers for somebody: a person, or nobody.
struct CoverChoice {
    std::optional<model::Uuid> person;
    std::string name;
};

/// How many minutes late somebody is; none: nobody says.
struct MinutesChoice {
    std::optional<std::int64_t> minutes;
};

/// The morning roll-call (晨检) of a hall, by keyboard: everybody present by default, the
/// exceptions marked by digits, who covers by Enter, saved with Ctrl+S as one step. Whoever leaves
/// the page finds his marks again.
class MorningPage : public wxPanel {
public:
    MorningPage(wxWindow* parent, model::Editor& editor);

    /// Reads anew what other pages or programs wrote; marks that are not saved stay.
    void refresh();
    void focus();

    /// Marks whoever stands in the chosen line.
    void mark(model::Attendance state);
    void switch_dress();
    void choose_cover();
    void enter_minutes();

    void save();

    /// Asks about marks that are not saved; false where the user stays with them.
    bool may_close();

    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;

    /// Who is at the window instead of that person; nothing where the user thinks better of it. A
    /// dialog asks him.
    std::function<std::optional<CoverChoice>(const model::MorningRow&)> on_ask_cover;

    /// The same for how late he is.
    std::function<std::optional<MinutesChoice>(const model::MorningRow&)> on_ask_minutes;

private:
    void show_columns();
    void lay_out();
    void bind();
    void on_key(wxKeyEvent& event);
    void read_places();
    void read_sheet();
    const model::MorningRow* current() const;
    void change(const std::function<void(model::MorningMark&)>& how, const std::string& cover = {});
    void show();
    wxString text_of(const model::MorningRow& row, std::size_t column) const;

    model::Editor& editor_;
    std::vector<model::Place> places_;
    std::unique_ptr<model::MorningSheet> sheet_; ///< none: there is no hall here
    model::RecordStore::State state_{-1, -1};    ///< of the file when it was read
    std::string begun_;                          ///< time of the first key; empty: not begun
    wxChoice* place_;
    wxStaticText* day_;
    wxStaticText* counts_;
    CellTable* table_;
    WrappedText* legend_;
    WrappedText* told_;
    wxButton* save_;
    wxButton* cover_;
};

} // namespace views
