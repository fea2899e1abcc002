#pragma once

#include "views/import/import_draft.h"

#include <wx/panel.h>

#include <array>
#include <functional>

class wxButton;
class wxRadioButton;
class wxSplitterWindow;

namespace views {

class CellTable;
class WrappedText;

/// Third page: what would become of each row. Wrong cells are red and can be mended where they
/// stand; below is every error with its reason.
class CheckPage : public wxPanel {
public:
    CheckPage(wxWindow* parent, ImportDraft& draft);

    /// The rows are records that are there already, to be called so by the row's number.
    void name_rows(std::function<wxString(int row)> name);

    /// Shows the check anew: all rows, or the wrong ones where there are any.
    void show();

    /// Shows another check of the same sheet, and keeps the rows that are looked at.
    void update();
    void focus();

    /// Goes to the next error from the row that is looked at on, to be mended; the first follows
    /// the last.
    void next_error();

    /// What stands in the cell is to be read as this.
    std::function<void(model::CellPlace place, const std::string& text)> on_mend;
    std::function<void()> on_change; ///< all rows or the good ones
    std::function<void()> on_save_errors;

private:
    enum Filter { all, added, changed, same, wrong, warned, filters };

    wxSizer* make_filters();
    wxSizer* make_below();
    void wire();
    void filter(Filter filter);
    void show_counts();
    void show_table();
    void show_errors();
    void show_notes();
    void go_to_error(std::size_t error, bool edit);

    wxString name_of(int row) const;
    const model::ImportedRow& row(std::size_t shown) const;
    wxString outcome_of(const model::ImportedRow& row) const;
    wxString change_of(const model::ImportedRow& row) const;
    std::size_t warned_rows() const;
    const model::ImportError* error_at(int row, std::size_t column) const;
    std::optional<std::size_t> shown_row(int number) const;

    ImportDraft& draft_;
    std::function<wxString(int)> name_; ///< none: rows are called by their numbers
    std::array<wxRadioButton*, filters> filters_{};
    WrappedText* notes_; ///< columns and rows that are left out
    wxSplitterWindow* splitter_;
    CellTable* rows_;
    CellTable* errors_;
    wxRadioButton* take_all_ = nullptr;
    wxRadioButton* take_good_ = nullptr;
    wxButton* save_errors_ = nullptr;
    wxButton* next_ = nullptr;
    std::vector<std::size_t> columns_; ///< of the sheet, in the order of the table
    std::vector<std::size_t> shown_;   ///< rows of the check
    std::multimap<model::CellPlace, const model::ImportError*> errors_at_;
    std::multimap<int, const model::ImportError*> errors_of_;
    std::multimap<int, const model::ImportError*> warnings_of_;
    model::CellPlace last_; ///< of the error gone to last
    Filter filter_ = all;
};

/// The counts as a sentence: "12 new, 3 changed, 1 the same, 2 wrong".
wxString counts_text(const model::ImportResult& result);

} // namespace views
