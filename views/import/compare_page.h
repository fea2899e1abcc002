#pragma once

#include "views/form/field_editor.h"
#include "views/import/edition_draft.h"

#include <wx/panel.h>

#include <array>
#include <functional>
#include <memory>

class wxButton;
class wxChoice;
class wxRadioButton;
class wxSplitterWindow;
class wxTextCtrl;

namespace views {

class CellTable;
class WrappedText;

/// What an edition and the catalog differ in: a line for each item, marked with the space bar to be
/// taken, and below the fields of the line that is looked at, of which each may be left out.
class ComparePage : public wxPanel {
public:
    ComparePage(wxWindow* parent, EditionDraft& draft, model::RecordStore& store);

    /// Shows the comparison anew, and as far as may be the line that was looked at.
    void show();
    void focus();

    /// From which day withdrawn items are cancelled; nothing where none can be read.
    std::optional<model::Date> day() const;
    std::string document() const;
    model::Covered covered() const;

    std::function<void()> on_change;  ///< of what is marked
    std::function<void()> on_covered; ///< other items are covered: to be compared anew
    std::function<void()> on_types;   ///< the type codes are asked for
    std::function<void()> on_export;
    std::function<void(const wxString&)> on_say;

private:
    enum Column { mark, difference, row, code, name, unit, changes };
    enum FieldColumn { field_mark, field_label, before, after };

    static constexpr std::size_t unreadable = model::difference_kinds;
    static constexpr std::size_t all = unreadable + 1;
    static constexpr std::size_t filters = all + 1;

    /// A line of the table: an entry, or a row that cannot be read.
    struct Line {
        bool is_error = false;
        std::size_t at = 0;
    };

    wxSizer* make_filters();
    wxSizer* make_terms();
    wxSizer* make_below();
    void wire();
    void show_counts();
    void show_heads();
    void fit_codes();
    void filter(std::size_t filter);
    void show_fields();
    void mark_shown(bool taken);
    void switch_lines();
    void switch_field();
    void switch_field_of_all();
    const model::EditionEntry* entry() const;
    const model::ImportError* error() const;
    static wxString error_cell(const model::ImportError& wrong, std::size_t at, std::size_t column);
    wxString text_in_row(int number, std::string_view field) const;
    wxString cell_of(const Line& line, std::size_t column) const;
    wxString what_changes(const model::EditionEntry& entry) const;
    wxString value_text(const model::FieldDef& field, const model::Value& value) const;
    wxString after_text(
        const model::EditionEntry& entry, const model::ImportChange::Field& field) const;
    wxString field_cell(const model::EditionEntry& entry, std::size_t at, std::size_t column) const;

    EditionDraft& draft_;
    model::RecordStore& store_;
    WrappedText* figures_;
    std::array<wxRadioButton*, filters> filters_{};
    wxSplitterWindow* splitter_;
    CellTable* lines_;
    CellTable* fields_;
    wxButton* mark_ = nullptr;
    wxButton* unmark_ = nullptr;
    wxButton* field_ = nullptr;
    wxButton* types_ = nullptr;
    wxButton* export_ = nullptr;
    wxChoice* covered_ = nullptr;
    wxTextCtrl* document_ = nullptr; ///< none: another office than the hall's
    std::unique_ptr<FieldEditor> day_;
    std::size_t filter_ = all;
    int code_width_ = 150; ///< in DIPs
    std::vector<Line> shown_;
};

} // namespace views
